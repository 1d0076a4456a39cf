import { spawn } from 'node:child_process'
import path from 'node:path'
import { PROJECT_ROOT } from '../building/project-root'
import { childEnvironment } from '../command/child-environment'
import type { Environment } from './measured-site'

/** `npm run worker`: the bundle where there is one. Answers how to stop it. */
export function startWorkerApart(env: Environment): () => Promise<void> {
  const launcher = path.join(PROJECT_ROOT, 'scripts/launch.mjs')
  const child = spawn(process.execPath, [launcher, 'worker'], {
    cwd: PROJECT_ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: childEnvironment(env),
  })
  const ended = new Promise((resolve) => child.once('close', resolve))
  return async () => {
    child.kill('SIGTERM')
    await ended
  }
}
