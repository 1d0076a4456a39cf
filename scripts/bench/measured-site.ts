import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { Agent, request } from 'node:http'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { sessionCookieName } from '@/members/session-cookie'
import { freePort } from '../../tests/support/free-port'
import { PROJECT_ROOT } from '../building/project-root'
import { childEnvironment } from '../command/child-environment'

const NEXT = path.join(PROJECT_ROOT, 'node_modules/next/dist/bin/next')
const STARTS_WITHIN_MS = 60_000

export type Environment = Readonly<Record<string, string>>

/** Runs a script of this folder to its end and answers the object it printed last. */
export async function runScript(name: string, words: readonly string[], env: Environment) {
  const tsx = pathToFileURL(path.join(PROJECT_ROOT, 'node_modules/tsx/dist/loader.mjs')).href
  const script = path.join(PROJECT_ROOT, 'scripts/bench', `${name}.ts`)
  const entry = path.join(PROJECT_ROOT, 'scripts/entry.mjs')
  const child = spawn(process.execPath, ['--import', tsx, entry, script, ...words, '--json'], {
    cwd: PROJECT_ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: childEnvironment(env),
  })
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const code = await new Promise((resolve) => child.once('close', resolve))
  if (code !== 0) throw new Error(`${name} ended with ${String(code)}.\n${said}`)
  return JSON.parse(said.trim().split('\n').at(-1) ?? '') as Record<string, unknown>
}

export type Answer = { readonly status: number; readonly body: string }

export type MeasuredSite = {
  readonly pid: number
  readonly get: (address: string) => Promise<Answer>
  readonly stop: () => Promise<void>
}

/** Asks over connections that stay open, as an active member. */
function memberOf(port: number, token: string) {
  const agent = new Agent({ keepAlive: true, maxSockets: 16 })
  const headers = { Cookie: `${sessionCookieName(true)}=${token}` }
  const ask = (address: string): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const asking = request(
        { host: '127.0.0.1', port, path: address, agent, headers },
        (answer) => {
          let body = ''
          answer.setEncoding('utf8')
          answer.on('data', (chunk: string) => (body += chunk))
          answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body }))
        },
      )
      // A connection kept open may have been closed by the server meanwhile: that is no answer, so ask again.
      asking.on('error', (fault) => (asking.reusedSocket ? resolve(ask(address)) : reject(fault)))
      asking.end()
    })
  return ask
}

async function untilItServes(get: MeasuredSite['get'], child: ChildProcess): Promise<void> {
  const deadline = Date.now() + STARTS_WITHIN_MS
  while (Date.now() < deadline && child.exitCode === null) {
    const answer = await get('/healthz').catch(() => null)
    if (answer?.status === 200) return
    await pause(100)
  }
  throw new Error('The site did not start. Its own words stand above.')
}

/** Whether there is a build to measure. */
export const isBuilt = (): boolean => existsSync(path.join(PROJECT_ROOT, '.next/BUILD_ID'))

/**
 * Serves the build that stands, on a free port.
 *
 * @throws {Error} where nothing is built, or the site does not start.
 */
export async function startMeasuredSite(env: Environment, token: string): Promise<MeasuredSite> {
  if (!isBuilt()) {
    throw new Error('There is no build to measure. Make one first: npm run build')
  }
  const port = await freePort()
  const child = spawn(
    process.execPath,
    [NEXT, 'start', '--port', String(port), '--hostname', '127.0.0.1'],
    {
      cwd: PROJECT_ROOT,
      stdio: ['ignore', 'ignore', 'inherit'],
      env: childEnvironment({ ...env, PORT: String(port) }),
    },
  )
  const ended = new Promise((resolve) => child.once('close', resolve))
  const get = memberOf(port, token)
  await untilItServes(get, child)
  return {
    pid: child.pid ?? 0,
    get,
    stop: async () => {
      child.kill('SIGTERM')
      await ended
    },
  }
}

/** Memory of a process as Linux counts it, in MB; null where that is not told. */
export function residentMb(pid: number): number | null {
  try {
    const [, kb] = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
    return kb === undefined ? null : Math.round(Number(kb) / 1024)
  } catch {
    return null
  }
}
