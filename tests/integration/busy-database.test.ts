import Database from 'libsql'
import { expect, inject, it } from 'vitest'
import { fileOf } from '@/lib/sqlite/file-of'
import { noteHeartbeat } from '@/worker/heartbeat'
import { openTestPayload } from '../support/test-payload'

/** MongoDB has no lock of the whole. */
it.runIf(inject('database') === 'sqlite')(
  'what is saved after the database was busy is kept, and others can write',
  async () => {
    const { payload, settings, close } = await openTestPayload()
    const other = new Database(fileOf(settings.database.uri))
    const { client } = payload.db as unknown as { client: { execute: (sql: string) => unknown } }
    await client.execute('PRAGMA busy_timeout = 1')
    const topicsSeen = () => other.prepare('SELECT slug FROM topics ORDER BY slug').all()
    const addTopic = (slug: string) =>
      payload.db.create({ collection: 'topics', data: { slug, name: slug } })

    for (const attempt of [
      () => addTopic('while-busy'),
      () => noteHeartbeat(payload, new Date(0)),
      () => payload.db.deleteMany({ collection: 'topics', where: { slug: { equals: 'none' } } }),
    ]) {
      other.exec('BEGIN IMMEDIATE')
      await expect(attempt()).rejects.toThrow()
      other.exec('COMMIT')
    }
    await addTopic('after')

    expect(topicsSeen()).toEqual([{ slug: 'after' }])
    other.exec(`UPDATE topics SET slug = 'by-another' WHERE slug = 'after'`)
    other.close()
    await close()
  },
)
