import { type ChildProcess, spawn } from 'node:child_process'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '../..')
const launcher = path.join(root, 'scripts/launch.mjs')

export type Environment = Readonly<Record<string, string>>
export type Finished = {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

const childEnvironment = (env: Environment): NodeJS.ProcessEnv => ({
  ...process.env,
  NODE_ENV: 'production',
  ...env,
})

/** Starts `npm run NAME -- ARGS` without npm between, so that a signal reaches it. */
export const startCommand = (name: string, args: string[], env: Environment): ChildProcess =>
  spawn(process.execPath, [launcher, name, ...args], {
    cwd: root,
    env: childEnvironment(env),
    stdio: ['ignore', 'pipe', 'pipe'],
  })

/** Runs `npm run NAME -- ARGS` to its end. Never throws for its exit code. */
export function runCommand(name: string, args: string[], env: Environment): Promise<Finished> {
  const child = startCommand(name, args, env)
  let stdout = ''
  let stderr = ''
  child.stdout?.on('data', (chunk: Buffer) => (stdout += chunk.toString()))
  child.stderr?.on('data', (chunk: Buffer) => (stderr += chunk.toString()))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, stdout, stderr }))
  })
}

/** As `runCommand`, for a step that must succeed. @throws with both streams when it does not. */
export async function mustRun(name: string, args: string[], env: Environment): Promise<string> {
  const { code, stdout, stderr } = await runCommand(name, args, env)
  if (code !== 0)
    throw new Error(`npm run ${name} ${args.join(' ')} ended with ${code}\n${stdout}\n${stderr}`)
  return stdout
}
