import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Meilisearch } from 'meilisearch'
import { vi } from 'vitest'
import { freePort } from './free-port'

export type MeilisearchProcess = {
  readonly url: string
  readonly key: string
  /** Starts it, again after a kill too, and resolves when it answers. */
  readonly start: () => Promise<void>
  /** Ends it as a loss of power would. */
  readonly kill: () => Promise<void>
  readonly drop: () => Promise<void>
}

/** A Meilisearch of a test's own, from the program at `binary`. */
export async function meilisearchProcess(binary: string): Promise<MeilisearchProcess> {
  const folder = mkdtempSync(path.join(tmpdir(), 'signpost-meilisearch-'))
  const address = `127.0.0.1:${await freePort()}`
  const key = 'a master key for this test alone'
  const client = new Meilisearch({ host: `http://${address}`, timeout: 1000 })
  let child: ChildProcess | undefined

  const kill = async () => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    child.kill('SIGKILL')
    await ended
  }

  return {
    url: `http://${address}`,
    key,
    start: async () => {
      child = spawn(
        binary,
        [
          '--no-analytics',
          '--env',
          'production',
          '--http-addr',
          address,
          '--master-key',
          key,
        ].concat(
          ...['db', 'dump', 'snapshot'].map((what) => [
            `--${what}-${what === 'db' ? 'path' : 'dir'}`,
            path.join(folder, what),
          ]),
          ['--max-indexing-memory', '256MiB'],
        ),
        { stdio: 'ignore' },
      )
      await vi.waitFor(() => client.health(), { timeout: 30_000, interval: 50 })
    },
    kill,
    drop: async () => {
      await kill()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
