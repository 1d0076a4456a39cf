import type { CollectionSlug } from 'payload'
import { ask } from './ask'
import type { House } from './house'
import { PASSWORD, type Who } from './people'
import { makeRow } from './rows'

const DATE = '2031-05-06T00:00:00.000Z'

const BODY = {
  root: {
    type: 'root',
    version: 1,
    direction: null,
    format: '',
    indent: 0,
    children: [
      {
        type: 'paragraph',
        version: 1,
        direction: null,
        format: '',
        indent: 0,
        children: [{ type: 'text', version: 1, text: 'Member text.' }],
      },
      {
        type: 'block',
        version: 2,
        format: '',
        fields: {
          id: '665f1f77bcf86cd799439011',
          blockName: '',
          blockType: 'timeline',
          events: [{ id: '665f1f77bcf86cd799439012', date: DATE, what: 'A law comes into force.' }],
        },
      },
    ],
  },
}

/** A published briefing with every field filled in. */
export async function makeFullBriefing(house: House): Promise<string> {
  const [series, topic, source, related, attachment] = await Promise.all(
    ['series', 'topics', 'sources', 'briefings', 'attachments'].map((slug) => makeRow(house, slug)),
  )
  const id = await makeRow(house, 'briefings', {
    _status: 'published',
    publishedAt: '2024-01-02T09:00:00.000Z',
    series,
    topics: [topic],
    nations: ['wales'],
    authors: [house.colleagueId],
    keyPoints: [{ text: 'A point.' }],
    body: BODY,
    sources: [source],
    related: [related],
    attachments: [attachment],
    reviewBy: DATE,
    formerAddresses: ['/reports/1'],
  })
  for (const updateKind of ['substantial', 'minor'] as const) {
    await house.payload.update({
      collection: 'briefings',
      id,
      overrideAccess: true,
      data: { updateKind, changeNote: 'New figures.', _status: 'published' },
    })
  }
  await house.payload.db.updateOne({ collection: 'briefings', id, data: await reviewed(house) })
  return id
}

/** What a review, an emergency and an ending leave: no save by hand may write it. */
const reviewed = async (house: House) => ({
  emergencyReason: 'Nobody else was there.',
  reviewStage: 'changes-asked',
  submittedBy: 'somebody',
  submittedAt: DATE,
  reviewedBy: 'somebody else',
  reviewedAt: DATE,
  reviewNote: 'Shorter.',
  ending: 'superseded',
  endingReason: 'There is a newer one.',
  replacedBy: await makeRow(house, 'briefings'),
})

async function served(house: House, who: Who, slug: string, id: string): Promise<object> {
  const { status, body } = await ask(house, who, {
    method: 'GET',
    path: `${slug}/${id}`,
    asMember: (payload, user) =>
      payload.findByID({
        collection: slug as CollectionSlug,
        id,
        depth: 0,
        overrideAccess: false,
        user,
      }),
  })
  return status === 200 ? (body as object) : {}
}

const isThere = (value: unknown): boolean =>
  Array.isArray(value) ? value.length > 0 : value !== undefined && value !== null

/** Whether one person is served one field of a row. */
export async function readsField(
  house: House,
  who: Who,
  { slug, field, id }: { slug: string; field: string; id: string },
): Promise<string> {
  const row = (await served(house, who, slug, id)) as Record<string, unknown>
  return isThere(row[field]) ? 'yes' : 'no'
}

const VALUES: Record<string, unknown> = {
  changes: [{ date: DATE, note: 'Invented.', edition: 9 }],
  firstPublishedAt: DATE,
  nextEventAt: DATE,
  revisedAt: DATE,
  mailedAt: DATE,
  edition: 42,
  announceFrom: 42,
  formerAddresses: ['/elsewhere'],
  readingMinutes: 42,
  headingCount: 42,
  caseStudyCount: 42,
  sourceCount: 42,
  kind: 'join',
  mergedFrom: ['another'],
  // Not `true`, which would sign out whoever the table asks about.
  hasLeft: null,
  reviewStage: 'approved',
  submittedAt: DATE,
  reviewedAt: DATE,
  ending: 'withdrawn',
  seatedAt: DATE,
  leftAt: DATE,
  leftBecause: 'removed',
  addressConfirmedAt: DATE,
  lastSignedInAt: DATE,
  secondFactor: { since: '2032-05-06T00:00:00.000Z' },
  revision: 4711,
}

/** The collections that fields lead to. */
const LEADS_TO: Record<string, string> = { replacedBy: 'briefings', organisation: 'organisations' }

const otherRole = (who: Who) => (who === 'administrator' ? 'editor' : 'administrator')

function holds(stored: unknown, value: unknown): boolean {
  if (Array.isArray(value)) return Array.isArray(stored) && stored.length > 0
  if (typeof value !== 'object' || value === null) return stored === value
  const parts = (stored ?? {}) as Record<string, unknown>
  return Object.entries(value).every(([name, part]) => holds(parts[name], part))
}

/** A colleague's account: everybody of the staff is tried on their own, others on this one. */
async function rowToWrite(house: House, who: Who, slug: string): Promise<string> {
  const person = house.people[who]
  if (slug !== 'staff')
    return makeRow(house, slug, slug === 'briefings' ? { _status: 'draft' } : {})
  return person.door === 'http' && person.id !== null ? person.id : house.colleagueId
}

function valueOf(house: House, who: Who, field: string): unknown {
  if (field === 'role') return otherRole(who)
  const leadsTo = LEADS_TO[field]
  if (leadsTo) return makeRow(house, leadsTo)
  return field in VALUES ? VALUES[field] : 'Altered'
}

/** Whether one person's save of one field is kept. */
export async function writesField(
  house: House,
  who: Who,
  { slug, field }: { slug: string; field: string },
): Promise<string> {
  const value = await valueOf(house, who, field)
  const id = await rowToWrite(house, who, slug)
  const collection = slug as 'briefings'
  const before = await house.payload.findByID({ collection, id, overrideAccess: true })
  await ask(house, who, {
    method: 'PATCH',
    path: `${slug}/${id}`,
    body: { [field]: value },
    asMember: (payload, user) =>
      payload.update({ collection, id, data: { [field]: value }, overrideAccess: false, user }),
  })
  const row = await house.payload.findByID({
    collection,
    id,
    depth: 0,
    overrideAccess: true,
    showHiddenFields: true,
  })
  const isKept = holds((row as unknown as Record<string, unknown>)[field], value)
  if (slug === 'staff') await putBack(house, id, before as unknown as { role: 'officer' })
  return isKept ? 'yes' : 'no'
}

/** Somebody who made themselves an editor would spoil the rest of the table. */
const putBack = (house: House, id: string, { role }: { role: 'officer' }) =>
  house.payload.update({
    collection: 'staff',
    id,
    overrideAccess: true,
    data: { role, jobTitle: null, hasLeft: false },
  })

/** A colleague with a session and what a second factor leaves, for what an account must not show. */
export async function makeSignedInColleague(house: House): Promise<string> {
  await house.payload.login({
    collection: 'staff',
    data: { email: 'colleague@signpost.example', password: PASSWORD },
  })
  await house.payload.db.updateOne({
    collection: 'staff',
    id: house.colleagueId,
    data: { secondFactor: { since: DATE }, revision: 3 },
  })
  return house.colleagueId
}
