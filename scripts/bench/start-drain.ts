import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { PROJECT_ROOT } from '../building/project-root'
import type { DrainTally } from './mail-drain'

/** A mail server in a process of its own that takes everything and keeps nothing. */
export type Drain = {
  readonly url: string
  readonly tally: () => Promise<DrainTally>
  /** Answers the tally, and counts from nought from now on. */
  readonly beginAnew: () => Promise<DrainTally>
  readonly stop: () => Promise<void>
}

async function wordFrom<T>(child: ChildProcess): Promise<T> {
  const [word] = (await once(child, 'message')) as [T]
  return word
}

export async function startDrain(): Promise<Drain> {
  const tsx = pathToFileURL(path.join(PROJECT_ROOT, 'node_modules/tsx/dist/loader.mjs')).href
  const child = fork(path.join(PROJECT_ROOT, 'scripts/bench/mail-drain.ts'), {
    execArgv: ['--import', tsx],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const { port } = await wordFrom<{ port: number }>(child)
  const ask = async (words: string): Promise<DrainTally> => {
    const answer = wordFrom<{ tally: DrainTally }>(child)
    child.send(words)
    return (await answer).tally
  }
  return {
    url: `smtp://127.0.0.1:${port}`,
    tally: () => ask('tally'),
    beginAnew: () => ask('begin anew'),
    stop: async () => {
      const ended = once(child, 'exit')
      child.disconnect()
      await ended
    },
  }
}
