import { type ChildProcess, spawn } from 'node:child_process'
import path from 'node:path'
import type { Settings } from '@/config/settings'
import { childEnvironment } from '../command/child-environment'
import { PROJECT_ROOT } from './project-root'

const NEXT = path.join(PROJECT_ROOT, 'node_modules/next/dist/bin/next')
export const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Starts Next's own command. Whatever signal this process gets, it gets too. */
export function startNext(
  words: readonly string[],
  env: Readonly<Record<string, string>> = {},
): ChildProcess {
  const child = spawn(process.execPath, [NEXT, ...words], {
    cwd: PROJECT_ROOT,
    stdio: 'inherit',
    env: childEnvironment(env),
  })
  for (const signal of SIGNALS) process.on(signal, () => child.kill(signal))
  return child
}

/**
 * Serves the built site on its port. One whose address is of this machine alone listens there alone.
 */
export const serveSite = (
  { port, isLoopback }: Settings,
  env: Readonly<Record<string, string>> = {},
): ChildProcess =>
  startNext(
    ['start', '--port', String(port), ...(isLoopback ? ['--hostname', '127.0.0.1'] : [])],
    env,
  )

/** The exit code of a process, 0 for one that was asked to stop. */
export const ending = (child: ChildProcess): Promise<number> =>
  new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) => resolve(signal ? 0 : (code ?? 1)))
  })
