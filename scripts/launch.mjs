/**
 * Starts a command of this project: `node scripts/launch.mjs NAME …`.
 *
 * It runs `scripts/NAME.ts` in a production environment, which keeps Payload from its development checks, and passes on
 * arguments, signals and the exit code. Where `npm run build` has bundled the command (`dist/NAME.mjs`), the bundle runs;
 * else one file is made of it first. What builds and tests the project runs as it is written. Variables of a `.env` file in
 * this folder are read first.
 */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { readyCommand } from './building/ready-command.mjs'

const here = path.dirname(fileURLToPath(import.meta.url))
const root = path.dirname(here)
const [name = '', ...rest] = process.argv.slice(2)
const script = path.join(here, `${name}.ts`)

if (!/^[a-z-]+$/.test(name) || !existsSync(script)) {
  console.error(`There is no command “${name}”. The README lists them all.`)
  process.exit(2)
}

const dotenv = path.join(root, '.env')
if (existsSync(dotenv)) process.loadEnvFile(dotenv)

/** They start other programs and load modules by their names. */
const AS_WRITTEN = new Set(
  'audit-leaks bench build check generate screenshots search-eval test test-long'.split(' '),
)

/** @type {() => Promise<string[]>} */
async function programOf() {
  const bundle = path.join(root, 'dist', `${name}.mjs`)
  if (existsSync(bundle)) return [bundle]
  const file = AS_WRITTEN.has(name) ? null : await readyCommand(name)
  if (file !== null) return [file]
  const tsx = createRequire(import.meta.url).resolve('tsx')
  return ['--import', pathToFileURL(tsx).href, path.join(here, 'entry.mjs'), script]
}

const program = await programOf()
const child = spawn(process.execPath, [...program, ...rest], {
  stdio: 'inherit',
  env: {
    NODE_NO_WARNINGS: '1',
    NEXT_TELEMETRY_DISABLED: '1',
    ...process.env,
    NODE_ENV: process.env.NODE_ENV ?? 'production',
  },
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)))
