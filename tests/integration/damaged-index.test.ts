import {
  closeSync,
  openSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeSync,
} from 'node:fs'
import path from 'node:path'
import Database from 'libsql'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { visitor } from '@/access/viewer'
import { answerSearch } from '@/search/answer-search'
import { indexPublished } from '@/search/index-published'
import { makeSearchEngine } from '@/search/make-search-engine'
import { type SearchEngine, SearchUnavailable } from '@/search/search-engine'
import { lexicalBody } from '../support/lexical'
import { searchRequest } from '../support/search-documents'
import { openTestPayload, type TestPayload } from '../support/test-payload'

const BEFORE = 12
const MEANWHILE = 8

let test: TestPayload
/** As the site has it, and as the worker has it. */
let asked: SearchEngine
let kept: SearchEngine
let file: string

beforeAll(async () => {
  test = await openTestPayload()
  file = path.join(test.dataDir, 'search.db')
})
afterAll(() => test.close())

const save = (number: number) =>
  test.payload.create({
    collection: 'briefings',
    overrideAccess: true,
    data: {
      title: `Tenancy strategies ${number}`,
      summary: 'How councils plan.',
      type: 'briefing',
      body: lexicalBody('Plain words of a tenancy. '.repeat(200)),
      _status: 'published',
    },
  })

const pass = () => indexPublished({ payload: test.payload, engine: kept, now: new Date() })

const answer = () =>
  answerSearch({
    payload: test.payload,
    engine: asked,
    viewer: visitor,
    request: searchRequest('tenancy', { pageSize: 50 }),
    now: new Date(),
  })

beforeEach(async () => {
  asked = makeSearchEngine(test.settings)
  kept = makeSearchEngine(test.settings)
  for (let number = 0; number < BEFORE; number += 1) await save(number)
  await pass()
  expect((await answer()).total).toBe(BEFORE)
})
afterEach(async () => {
  await asked.close()
  await kept.close()
  for (const name of readdirSync(test.dataDir).filter((one) => one.startsWith('search.db'))) {
    rmSync(path.join(test.dataDir, name))
  }
  await test.payload.delete({ collection: 'briefings', where: {}, overrideAccess: true })
})

/** Writes what is in the log into the file itself, so that damage to the file is damage to the index. */
function settleTheFile(): void {
  const db = new Database(file)
  db.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  db.close()
}

function overwrite(from: number, length: number): void {
  settleTheFile()
  const open = openSync(file, 'r+')
  writeSync(open, Buffer.alloc(length, 0x5a), 0, length, from)
  closeSync(open)
}

const DAMAGES: Readonly<Record<string, () => void>> = {
  'deleted with all that belongs to it': () => {
    for (const end of ['', '-wal', '-shm']) rmSync(`${file}${end}`, { force: true })
  },
  'deleted alone': () => rmSync(file),
  'overwritten at its beginning': () => overwrite(0, 4096),
  'overwritten in its middle': () => overwrite(4096, statSync(file).size - 4096),
  'cut to nothing': () => {
    settleTheFile()
    truncateSync(file, 0)
  },
}

describe('an index file that comes to harm while readers search and officers save', () => {
  it.each(Object.entries(DAMAGES))(
    'costs nobody a save or an answer, and is whole again soon: %s',
    async (_, harm) => {
      const saves: Promise<unknown>[] = []
      const answers: Awaited<ReturnType<typeof answer>>[] = []
      for (let step = 0; step < MEANWHILE; step += 1) {
        saves.push(save(100 + step))
        if (step === 2) harm()
        answers.push(await answer())
        await pass().catch((fault: unknown) => expect(fault).toBeInstanceOf(SearchUnavailable))
      }
      expect(await Promise.all(saves)).toHaveLength(MEANWHILE)
      expect(answers).toHaveLength(MEANWHILE)

      await pass()
      await pass()
      const { total, notice } = await answer()
      expect({ total, notice }).toEqual({ total: BEFORE + MEANWHILE, notice: null })
      const restarted = makeSearchEngine(test.settings)
      expect(await restarted.count('public')).toBe(BEFORE + MEANWHILE)
      await restarted.close()
    },
  )

  it('is waited for while somebody else writes to it, and loses nothing', async () => {
    const other = new Database(file)
    other.exec('BEGIN IMMEDIATE')
    await save(100)
    await expect(pass()).rejects.toThrow(SearchUnavailable)
    expect(await answer()).toMatchObject({ total: BEFORE, notice: null })

    other.exec('ROLLBACK')
    other.close()
    await pass()
    expect((await answer()).total).toBe(BEFORE + 1)
  })
})
