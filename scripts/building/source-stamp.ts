import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { PROJECT_ROOT } from './project-root'

/** What a build is made from, from the root of the project. */
export const SOURCES: readonly string[] = [
  'src',
  'collections',
  'templates',
  'migrations',
  'public',
  // What the desk shows of the leak audit.
  'docs/evidence/leak-audit.json',
  'docs/evidence/leak-audit-run.json',
  'scripts/worker.ts',
  'scripts/search-thread.ts',
  'scripts/command/refuse-other-databases.ts',
  'payload.config.ts',
  'next.config.ts',
  'postcss.config.mjs',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
]

const KEPT = path.join(PROJECT_ROOT, '.next/signpost-source')

/** Every file below, from the root of the project. */
export function* filesBelow(relative: string): Generator<string> {
  const absolute = path.join(PROJECT_ROOT, relative)
  if (!existsSync(absolute)) return
  if (!statSync(absolute).isDirectory()) {
    yield relative
    return
  }
  for (const name of readdirSync(absolute).sort()) yield* filesBelow(`${relative}/${name}`)
}

/** A hash of everything a build is made from. */
export function sourceStamp(): string {
  const hash = createHash('sha256')
  for (const file of SOURCES.flatMap((source) => [...filesBelow(source)])) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(path.join(PROJECT_ROOT, file)))
      .update('\0')
  }
  return hash.digest('hex')
}

export const keepStamp = (stamp: string): void => writeFileSync(KEPT, stamp)

/** Whether the build that stands was made from the sources as they are. */
export const isBuilt = (): boolean =>
  existsSync(KEPT) && readFileSync(KEPT, 'utf8') === sourceStamp()
