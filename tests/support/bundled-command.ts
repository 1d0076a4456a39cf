import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { makeOneFile } from '../../scripts/building/one-file.mjs'

const root = path.resolve(import.meta.dirname, '../..')

/**
 * A program as one file that starts in a second, kept below the project so that it finds its packages.
 *
 * @param source where it is written, from the root of the project
 */
export async function bundleProgram(source: string): Promise<string> {
  const name = path.basename(source, '.ts')
  const outfile = path.join(root, `node_modules/.cache/commands/${name}-${process.pid}.mjs`)
  await makeOneFile([source], { outfile })
  return outfile
}

export const bundleCommand = (name: string): Promise<string> => bundleProgram(`scripts/${name}.ts`)

type Ended = {
  /** Null if it was killed. */
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly said: string
}

export type RunningCommand = {
  /** Ends it as a power cut would, and waits until it is gone. */
  readonly kill: () => Promise<void>
  readonly signal: (signal: NodeJS.Signals) => void
  readonly ended: Promise<Ended>
  /** Resolves once it has said these words, or has ended. */
  readonly says: (words: string) => Promise<void>
}

const endOf = async (child: ChildProcess, words: string[]): Promise<Ended> => {
  const [code, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null]
  return { code, signal, said: words.join('') }
}

/** Waits for the child to say something, for as long as it lives. */
async function hear(child: ChildProcess, said: string[], wanted: string): Promise<void> {
  while (!said.join('').includes(wanted)) {
    if (child.exitCode !== null || child.signalCode !== null) return
    await Promise.race([once(child.stdout as Readable, 'data'), once(child, 'close')])
  }
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
    signal: (signal) => {
      child.kill(signal)
    },
    says: (wanted) => hear(child, words, wanted),
    kill: async () => {
      child.kill('SIGKILL')
      await ended
    },
  }
}
