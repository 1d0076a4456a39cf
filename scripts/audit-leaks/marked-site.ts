import type { ChildProcess } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { issueSlug } from '@/bulletin/bulletin-view-of'
import { type Environment, mustRun, startCommand } from '../../tests/support/command'
import { freePort } from '../../tests/support/free-port'
import { untilItServes } from '../../tests/support/until-it-serves'
import type { World } from './world'

/** A site of its own, with nothing but marks in it. */
export type MarkedSite = {
  readonly url: string
  readonly dataDir: string
  readonly env: Environment
  readonly world: World
  readonly collections: readonly string[]
  /** What the site has said so far, to standard output and standard error. */
  readonly log: () => string
  readonly close: () => Promise<void>
}

const stopped = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGTERM')
  await new Promise((resolve) => child.once('close', resolve))
}

/** A folder that holds nothing but marks, ready to be served any number of times. */
export type PlantedFolder = {
  readonly dataDir: string
  readonly world: World
  readonly collections: readonly string[]
  readonly remove: () => void
}

const environmentOf = (dataDir: string, port: string): Environment => ({
  DATA_DIR: dataDir,
  DATABASE_URI: `file:${path.join(dataDir, 'signpost.db')}`,
  PORT: port,
  SITE_URL: `http://localhost:${port}`,
  WORKER: 'apart',
  SMTP_URL: '',
  MEILISEARCH_URL: '',
  TRUSTED_PROXY_HOPS: '1',
})

/** The Bulletin the member would get, as it was shown before it went out. */
export const previewIn = (dataDir: string): string => path.join(dataDir, 'preview.eml')

/** Looks at the Bulletin the member would get: before it is sent, since afterwards there is nothing to say. */
async function lookAtBulletin(env: Environment, memberAddress: string, dataDir: string) {
  const preview = previewIn(dataDir)
  const said = await mustRun('bulletin', ['preview', '--as', memberAddress, '--out', preview], env)
  if (!existsSync(preview)) throw new Error(`There was no Bulletin to look at: ${said}`)
}

/** Sends the Bulletin. @returns the last part of the address of its page. */
async function sendBulletin(env: Environment): Promise<string> {
  const output = await mustRun('bulletin', ['send', '--now', '--json'], env)
  const told = JSON.parse(output.trim().split('\n').at(-1) ?? '{}') as { issue?: string }
  if (!told.issue) throw new Error(`No Bulletin was sent to the marked site:\n${output}`)
  return issueSlug(told.issue)
}

const newFolder = (): string => mkdtempSync(path.join(tmpdir(), 'signpost-audit-'))

/** Plants a database in a new folder, looks at its Bulletin and sends it, and makes its index. */
export async function plantFolder(onProgress: (line: string) => void): Promise<PlantedFolder> {
  const dataDir = newFolder()
  const env = environmentOf(dataDir, '3000')
  const handed = path.join(dataDir, 'planted.json')
  onProgress('Planting marks')
  await mustRun('audit-leaks', ['--plant', handed], env)
  const planted = JSON.parse(readFileSync(handed, 'utf8')) as {
    world: World
    collections: string[]
  }
  rmSync(handed)
  await lookAtBulletin(env, planted.world.memberAddress, dataDir)
  const issue = await sendBulletin(env)
  await mustRun('reindex', [], env)
  const world = { ...planted.world, issue }
  return {
    ...planted,
    world,
    dataDir,
    remove: () => rmSync(dataDir, { recursive: true, force: true }),
  }
}

/**
 * Serves a copy of a planted folder on a port of its own.
 *
 * @param serve starts the site; that of this folder unless said
 */
export async function openMarkedSite(
  { dataDir: planted, world, collections }: PlantedFolder,
  serve = (env: Environment) => startCommand('start', [], env),
): Promise<MarkedSite> {
  const dataDir = newFolder()
  cpSync(planted, dataDir, { recursive: true })
  const env = environmentOf(dataDir, String(await freePort()))
  const url = env.SITE_URL ?? ''
  let log = ''
  const child = serve(env)
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => (log += chunk.toString()))
  }
  const close = async () => {
    await stopped(child)
    rmSync(dataDir, { recursive: true, force: true })
  }
  try {
    await untilItServes(`${url}/healthz`, 240_000)
  } catch (fault) {
    await close()
    throw new Error(`The site did not start:\n${log}`, { cause: fault })
  }
  return { world, collections, url, dataDir, env, log: () => log, close }
}
