import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { getPayload, handleEndpoints, type Payload } from 'payload'
import { inject } from 'vitest'
import { readSettings, type Settings } from '@/config/settings'
import { migrations } from '../../migrations'
import { mongodbUri } from './facilities'
import { type LentDatabase, lendDatabase } from './mongodb-for-tests'

declare module 'vitest' {
  // eslint-disable-next-line @typescript-eslint/consistent-type-definitions -- merged into vitest's own
  export interface ProvidedContext {
    database: 'sqlite' | 'mongodb'
  }
}

export type TestPayload = {
  readonly payload: Payload
  readonly settings: Settings
  readonly dataDir: string
  /** Payload's REST answers, without Next and without the allow-list before them. */
  readonly rest: (request: Request) => Promise<Response>
  readonly close: () => Promise<void>
}

const sqliteFile = (dataDir: string): LentDatabase => ({
  uri: `file:${path.join(dataDir, 'signpost.db')}`,
  giveBack: () => undefined,
})

/** A whole empty Signpost on the database of this test project, in a folder of its own. Close it when done. */
export async function openTestPayload(env: Record<string, string> = {}): Promise<TestPayload> {
  const kind = inject('database')
  const dataDir = mkdtempSync(path.join(tmpdir(), 'signpost-test-'))
  const database = kind === 'sqlite' ? sqliteFile(dataDir) : await lendDatabase(mongodbUri() ?? '')
  const settings = readSettings({
    NODE_ENV: 'test',
    DATA_DIR: dataDir,
    DATABASE_URI: database.uri,
    ...env,
  })
  process.env.DATA_DIR = dataDir
  const { makeConfig } = await import('../../payload.config')
  const config = await makeConfig(settings)
  const key = randomUUID()
  const payload = await getPayload({ config, key })
  if (kind === 'sqlite') await payload.db.migrate({ migrations: migrations as never })
  return {
    payload,
    settings,
    dataDir,
    rest: (request) => handleEndpoints({ config, request, payloadInstanceCacheKey: key }),
    close: async () => {
      await payload.destroy()
      database.giveBack()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
