import type { Payload } from 'payload'

type SqlClient = { readonly execute: (sql: string) => Promise<unknown> }
type MongoModel = { readonly collection: { insertMany: (docs: object[]) => Promise<unknown> } }

const PUBLISHED = '2020-01-01T09:00:00.000Z'

async function inSql(client: SqlClient, count: number, topicId: string): Promise<void> {
  const numbers = `WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < ${count})`
  await client.execute(
    `${numbers} INSERT INTO briefings
     (id, title, slug, reference, summary, type, published_at, edition, _status, created_at, updated_at)
     SELECT 'old-' || x, 'Old ' || x, 'old-' || x, 'OLD-' || x, 'Of the archive.', 'briefing', '${PUBLISHED}', 1,
       'published', '${PUBLISHED}', '${PUBLISHED}' FROM n`,
  )
  await client.execute(
    `${numbers} INSERT INTO briefings_rels ("order", parent_id, path, topics_id)
     SELECT 1, 'old-' || x, 'topics', '${topicId}' FROM n`,
  )
}

const inMongo = (model: MongoModel, count: number, topicId: string) =>
  model.collection.insertMany(
    Array.from({ length: count }, (_, index) => ({
      title: `Old ${index}`,
      slug: `old-${index}`,
      reference: `OLD-${index}`,
      summary: 'Of the archive.',
      type: 'briefing',
      topics: [topicId],
      publishedAt: new Date(PUBLISHED),
      edition: 1,
      _status: 'published',
      createdAt: new Date(PUBLISHED),
      updatedAt: new Date(PUBLISHED),
    })),
  )

/** Published briefings on one topic, written straight to the database: thousands in a moment. */
export async function writeOldArchive(
  payload: Payload,
  count: number,
  topicId: string,
): Promise<void> {
  const db = payload.db as unknown as {
    readonly client?: SqlClient
    readonly collections?: { readonly briefings: MongoModel }
  }
  if (db.client) await inSql(db.client, count, topicId)
  else if (db.collections) await inMongo(db.collections.briefings, count, topicId)
}
