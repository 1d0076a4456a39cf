import { spawn } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { childEnvironment } from '../command/child-environment'
import { PROJECT_ROOT } from '../building/project-root'
import { ending } from '../building/run-next'
import { SOURCES } from '../building/source-stamp'
import { audit, type Audited } from './audit'
import { FAULTS } from './faults'
import { openMarkedSite, plantFolder, type PlantedFolder } from './marked-site'

/** Within the project, so that the copy finds its packages, and passed over by everything else there. */
const COPY = path.join(PROJECT_ROOT, '.audit-proof')
const NEXT = path.join(PROJECT_ROOT, 'node_modules/next/dist/bin/next')

/** A fault that no longer fits the source it was written for. */
export class MisplacedFault extends Error {
  override readonly name = 'MisplacedFault'
  constructor(fault: string, file: string) {
    super(`The fault “${fault}” fits ${file} no more. Mend it in scripts/audit-leaks/faults.ts.`)
  }
}

function plantFaults(): void {
  for (const { name, edits } of FAULTS) {
    for (const { file, find, replace } of edits) {
      const there = path.join(COPY, file)
      const text = readFileSync(there, 'utf8')
      if (!text.includes(find)) throw new MisplacedFault(name, file)
      writeFileSync(
        there,
        text.replace(find, () => replace),
      )
    }
  }
}

const next = (words: readonly string[], env: Readonly<Record<string, string>>) =>
  spawn(process.execPath, [NEXT, ...words], {
    cwd: COPY,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: childEnvironment(env),
  })

async function buildCopy(): Promise<void> {
  rmSync(COPY, { recursive: true, force: true })
  mkdirSync(COPY)
  for (const name of SOURCES) {
    if (!existsSync(path.join(PROJECT_ROOT, name))) continue
    cpSync(path.join(PROJECT_ROOT, name), path.join(COPY, name), {
      recursive: true,
      force: true,
    })
  }
  plantFaults()
  const building = next(['build'], {})
  let output = ''
  building.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  building.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
  if ((await ending(building)) !== 0) throw new Error(`The copy could not be built:\n${output}`)
}

async function auditWith(
  name: string,
  planted: PlantedFolder,
  progress: (line: string) => void,
): Promise<Audited> {
  progress(`With ${name === '' ? 'no fault' : `the fault “${name}”`}`)
  const site = await openMarkedSite(planted, (env) =>
    next(['start', '--port', env.PORT ?? '', '--hostname', '127.0.0.1'], {
      ...env,
      SIGNPOST_FAULT: name,
    }),
  )
  try {
    return await audit(site, { onProgress: progress, isQuick: true, every: 40, build: COPY })
  } finally {
    await site.close()
  }
}

type Tools = { readonly say: (line: string) => void; readonly progress: (line: string) => void }

const inCounts = ({ leaks, differences, unseen }: Audited): string =>
  `${leaks.length} leaks, ${differences.length} differing pairs, ${unseen.length} unseen`

/** What was not met is no proof of a fault: so short a walk does not come by everything. */
const isFaulty = ({ leaks, differences }: Audited): boolean => leaks.length + differences.length > 0

const isClean = (audited: Audited): boolean => !isFaulty(audited) && audited.unread.length === 0

/**
 * Builds one copy of the site with every fault in it, and audits it with none and then with each switched on.
 *
 * @returns true where the copy without a fault is clean and each fault is found.
 */
export async function proveThatItBites({ say, progress }: Tools): Promise<boolean> {
  const planted = await plantFolder(progress)
  try {
    progress('Building a copy with the faults in it')
    await buildCopy()
    const untouched = await auditWith('', planted, progress)
    say(`${isClean(untouched) ? 'clean  ' : 'NOT CLEAN'}  no fault: ${inCounts(untouched)}`)
    let isProven = isClean(untouched)
    for (const { name, says } of FAULTS) {
      const found = await auditWith(name, planted, progress)
      const isFound = isFaulty(found)
      say(`${isFound ? 'found  ' : 'MISSED '}  ${says}: ${inCounts(found)}`)
      isProven &&= isFound
    }
    return isProven
  } finally {
    planted.remove()
    rmSync(COPY, { recursive: true, force: true })
  }
}
