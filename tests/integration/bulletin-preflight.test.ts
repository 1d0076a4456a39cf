import type { Payload } from 'payload'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { isOnSqlite } from '@/bulletin/adapters/by-database'
import { ledgerFileOf } from '@/bulletin/adapters/ledger-file'
import { missingIndexes } from '@/bulletin/preflight'
import { resumeIssue } from '@/bulletin/steer-issue'
import {
  addSevenReaders,
  type BulletinStage,
  clock,
  openedIssue,
  openStage,
  sendIssueNow,
} from '../support/bulletin-stage'

let stage: BulletinStage
beforeAll(async () => {
  stage = await openStage()
  await addSevenReaders(stage)
})
afterAll(() => stage.close())

type Index = {
  readonly name: string
  readonly key: object
  readonly unique?: boolean
  readonly background?: boolean
}
type Rows = {
  readonly indexes: () => Promise<Index[]>
  readonly dropIndex: (name: string) => Promise<unknown>
  readonly createIndex: (key: object, options: object) => Promise<unknown>
}

const PROMISES: [collection: string, fields: string[]][] = [
  ['bulletin-issues', ['key']],
  ['bulletin-items', ['briefingId', 'edition']],
  ['bulletin-bodies', ['issueKey', 'itemSetHash']],
  ['bulletin-deliveries', ['key']],
  ['bulletin-deliveries', ['issueKey', 'addressHash']],
  ['bulletin-receipts', ['memberId', 'briefingId', 'edition']],
]

const INDEX_OF_COLUMNS = `SELECT m.name, m.sql FROM sqlite_master AS m WHERE m.type = 'index' AND m.tbl_name = ?
  AND m.sql LIKE 'CREATE UNIQUE%'
  AND (SELECT group_concat(name) FROM (SELECT name FROM pragma_index_info(m.name))) = ?`

/** Takes an index away, as a hand at the database might. Answers how to put it back. */
async function drop(payload: Payload, collection: string, fields: readonly string[]) {
  if (isOnSqlite(payload)) {
    const file = ledgerFileOf(payload)
    const columns = fields.map((field) => field.replace(/[A-Z]/g, (l) => `_${l.toLowerCase()}`))
    const [index] = file.rows(INDEX_OF_COLUMNS, [collection.replaceAll('-', '_'), columns.join()])
    const { name, sql } = index ?? {}
    await file.commit(() => file.run(`DROP INDEX "${String(name)}"`))
    return () => file.commit(() => file.run(String(sql)))
  }
  const { collections } = payload.db as unknown as {
    collections: Record<string, { collection: Rows }>
  }
  const rows = collections[collection]!.collection
  const all = await rows.indexes()
  const index = all.find(({ key, unique }) => unique && Object.keys(key).join() === fields.join())!
  await rows.dropIndex(index.name)
  const { key, name, background } = index
  return () => rows.createIndex(key, { unique: true, name, background })
}

it.each(PROMISES)(
  'sends nothing while %s could hold %s twice, and says so',
  async (collection, fields) => {
    const { payload } = stage.test
    const putBack = await drop(payload, collection, fields)
    const named = `${collection} (${fields.join(', ')})`
    expect(await missingIndexes(payload)).toEqual([named])

    const { key } = await openedIssue(stage)
    expect(await sendIssueNow(stage)).toMatchObject({ state: 'paused', handled: 0 })
    const { pausedReason } = await openedIssue(stage)
    expect(pausedReason).toContain(named)
    await putBack()
    expect(await missingIndexes(payload)).toEqual([])
    await resumeIssue({ payload, issueKey: key, by: 'an editor', why: 'put back', now: clock() })
    expect(stage.sink.accepted).toEqual([])
  },
)

it('sends once all is in place again', async () => {
  expect(await sendIssueNow(stage)).toMatchObject({ state: 'finished' })
  expect(stage.sink.accepted).toHaveLength(3)
})
