import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { build } from 'esbuild'

const root = path.resolve(import.meta.dirname, '../..')

const BANNER = [
  "import { createRequire as makeRequire } from 'node:module'",
  "import { fileURLToPath as toPath } from 'node:url'",
  "import { dirname as folderOf } from 'node:path'",
  'const require = makeRequire(import.meta.url)',
  'const __filename = toPath(import.meta.url)',
  'const __dirname = folderOf(__filename)',
].join(';')

/** A command as one file that starts in a second, kept below the project so that it finds its packages. */
export async function bundleCommand(name: string): Promise<string> {
  const outfile = path.join(root, `node_modules/.cache/commands/${name}-${process.pid}.mjs`)
  await build({
    entryPoints: [path.join(root, `scripts/${name}.ts`)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    jsx: 'automatic',
    conditions: ['node', 'import'],
    external: [
      'libsql',
      '@libsql/*',
      'sharp',
      'drizzle-kit',
      'pino',
      'pino-pretty',
      'undici',
    ].concat('mongoose', 'mongodb'),
    loader: { '.css': 'empty', '.scss': 'empty' },
    define: { 'process.env.NODE_ENV': '"production"' },
    banner: { js: BANNER },
    logLevel: 'error',
  })
  return outfile
}

export type RunningCommand = {
  /** Ends it as a power cut would, and waits until it is gone. */
  readonly kill: () => Promise<void>
  /** How it ended: its exit code, or null if it was killed, and what it said. */
  readonly ended: Promise<{ readonly code: number | null; readonly said: string }>
}

const endOf = async (child: ChildProcess, words: string[]) => {
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, said: words.join('') }
}

export function startCommand(
  file: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): RunningCommand {
  const child = spawn(process.execPath, [file, ...args], {
    cwd: root,
    env: { PATH: process.env.PATH, NODE_ENV: 'production', NODE_NO_WARNINGS: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const words: string[] = []
  child.stdout.on('data', (chunk: Buffer) => words.push(chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => words.push(chunk.toString()))
  const ended = endOf(child, words)
  return {
    ended,
    kill: async () => {
      child.kill('SIGKILL')
      await ended
    },
  }
}
