import type { CollectionSlug } from 'payload'
import { lexicalBody } from '../lexical'
import { accountRows } from './account-rows'
import { evidenceRows } from './evidence-rows'
import type { House } from './house'
import { makeOrganisation } from './people'
import { reviewRows } from './review-rows'

const PAST = '2024-01-02T09:00:00.000Z'
const FUTURE = '2099-01-01T09:00:00.000Z'

/** A picture of one pixel. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
)

let made = 0
const fresh = (word: string): string => `${word}-${++made}`

const newMember = async ({ payload }: House): Promise<string> => {
  const organisation = await makeOrganisation(payload, fresh('Council'), '2099-12-31')
  const name = fresh('reader')
  const member = await payload.create({
    collection: 'members',
    overrideAccess: true,
    data: { name, email: `${name}@example.org`, organisation: organisation.id },
  })
  return member.id
}

const writing = () => ({ title: fresh('Title'), summary: 'A summary.' })

/** What a valid new row of each collection holds: the table tries to create it as everybody. */
const NEW_ROWS: Record<string, (house: House) => object | Promise<object>> = {
  briefings: () => ({ ...writing(), type: 'briefing', body: lexicalBody('A text.') }),
  articles: writing,
  topics: () => ({ name: fresh('Topic') }),
  series: () => ({ name: fresh('Series') }),
  sources: () => ({ title: fresh('Source'), type: 'research' }),
  media: () => ({ alt: 'One pixel.' }),
  attachments: () => ({ title: fresh('File') }),
  enquiries: () => ({ kind: 'contact', state: 'new', name: fresh('Someone'), message: 'Hello.' }),
  members: async ({ payload }) => ({
    name: fresh('reader'),
    email: `${fresh('new')}@example.org`,
    organisation: (await makeOrganisation(payload, fresh('Council'), '2099-12-31')).id,
  }),
  organisations: () => ({
    name: fresh('Council'),
    kind: 'council',
    membershipFrom: PAST,
    membershipTo: FUTURE,
  }),
  staff: () => ({
    name: fresh('Colleague'),
    email: `${fresh('colleague')}@signpost.example`,
    password: 'another long password',
    role: 'officer',
  }),
  'emergency-publications': () => ({
    briefingId: fresh('briefing'),
    title: 'A briefing',
    by: 'somebody',
    byName: 'Somebody',
    at: PAST,
    reason: 'Nobody else was there.',
  }),
  ...evidenceRows(fresh),
  'bulletin-issues': () => ({
    key: fresh('issue'),
    state: 'planned',
    slotAt: FUTURE,
    timeZone: 'Europe/London',
    fence: 0,
  }),
  'bulletin-items': () => ({
    issueKey: fresh('issue'),
    briefingId: fresh('briefing'),
    edition: 1,
    position: 1,
    title: 'An item',
    publicPart: {},
    topicIds: [],
  }),
  'bulletin-deliveries': () => ({
    key: fresh('delivery'),
    issueKey: fresh('issue'),
    memberId: 'somebody',
    address: 'somebody@example.org',
    addressHash: fresh('hash'),
    state: 'pending',
    attempts: 0,
    fence: 0,
    token: fresh('token'),
  }),
  subscriptions: async (house) => ({ member: await newMember(house), status: 'active' }),
  'consent-events': () => ({
    memberId: 'somebody',
    action: 'subscribed',
    at: PAST,
    madeThrough: 'account',
  }),
  suppressions: () => ({ addressHash: fresh('hash'), reason: 'bounced', at: PAST }),
  'inbound-mail': () => ({ fingerprint: fresh('fingerprint'), kind: 'bounce-hard', at: PAST }),
  'bulletin-letters': () => ({
    key: fresh('letter'),
    kind: 'welcome',
    memberId: 'somebody',
    state: 'pending',
    attempts: 0,
  }),
  'bulletin-bodies': () => ({
    issueKey: fresh('issue'),
    itemSetHash: fresh('set'),
    items: [],
    subject: 'A subject',
    html: '<p>Text</p>',
    text: 'Text',
  }),
  'bulletin-receipts': () => ({
    memberId: fresh('member'),
    briefingId: 'some-briefing',
    edition: 1,
    issueKey: 'some-issue',
  }),
  'mailer-state': () => ({ key: fresh('key'), value: {} }),
  'member-sessions': async (house) => ({
    member: await newMember(house),
    tokenHash: fresh('token'),
    expiresAt: FUTURE,
    lastSeenAt: PAST,
  }),
  'sign-in-codes': () => ({
    addressHash: fresh('address'),
    state: 'open',
    codeHash: 'hash',
    linkHash: fresh('link'),
    expiresAt: FUTURE,
    tries: 0,
  }),
  'audit-events': () => ({ at: PAST, act: 'signed-in', byKind: 'service' }),
  attempts: () => ({ keyHash: fresh('hash'), count: 1, expiresAt: FUTURE }),
  ...accountRows(fresh, newMember),
  ...reviewRows(fresh),
  'search-synonyms': () => ({ direction: 'mutual', words: [fresh('word'), fresh('word')] }),
  'best-bets': async (house) => ({
    query: fresh('query'),
    briefings: [await makeRow(house, 'briefings')],
  }),
  'hidden-suggestions': () => ({ word: fresh('word') }),
  'search-log': () => ({
    key: fresh('search'),
    text: 'a search',
    filters: {},
    total: 1,
    viewerClass: 'visitor',
    searchedAt: PAST,
  }),
  'saved-searches': () => ({
    memberId: fresh('member'),
    name: 'Floods',
    parameters: 'q=floods',
    state: 'active',
    since: PAST,
  }),
  'reading-list': () => ({ memberId: fresh('member'), briefingId: 'some-briefing', addedAt: PAST }),
  'reading-history': () => ({
    memberId: fresh('member'),
    briefingId: 'some-briefing',
    readAt: PAST,
  }),
  'payload-kv': () => ({ key: fresh('key'), data: {} }),
  'payload-locked-documents': async (house) => ({
    document: { relationTo: 'topics', value: await makeRow(house, 'topics') },
    user: { relationTo: 'staff', value: house.people.editor.id },
  }),
  'payload-preferences': ({ people }) => ({
    key: fresh('key'),
    value: {},
    user: { relationTo: 'staff', value: people.editor.id },
  }),
  'payload-migrations': () => ({ name: fresh('migration'), batch: 1 }),
}

export const hasNewRow = (slug: string): boolean => slug in NEW_ROWS

export async function newRow(house: House, slug: string): Promise<object> {
  const make = NEW_ROWS[slug]
  if (!make)
    throw new Error(`Say in tests/support/access-table/rows.ts what a new row of ${slug} holds.`)
  return make(house)
}

export const newFile = (slug: string) =>
  slug === 'media' || slug === 'attachments'
    ? { name: `${fresh('pixel')}.png`, mimetype: 'image/png', data: PIXEL, size: PIXEL.length }
    : undefined

/** Stores a row as the service itself would. */
export async function makeRow(house: House, slug: string, more: object = {}): Promise<string> {
  if (slug === 'payload-preferences') return makePreference(house, house.colleagueId)
  const { id } = await house.payload.create({
    collection: slug as CollectionSlug,
    overrideAccess: true,
    data: { ...(await newRow(house, slug)), ...more } as never,
    ...(newFile(slug) ? { file: newFile(slug) } : {}),
  })
  return id
}

const stages = async (house: House, slug: string) => ({
  published: await makeRow(house, slug, { _status: 'published', publishedAt: PAST }),
  scheduled: await makeRow(house, slug, { _status: 'published', publishedAt: FUTURE }),
  draft: await makeRow(house, slug, { _status: 'draft' }),
})

async function ownAndOther(
  house: House,
  own: string | null,
  slug: string,
): Promise<Record<string, string>> {
  const other = await makeRow(house, slug)
  return own === null ? { other } : { own, other }
}

/** The rows a reading is tried on, each under the name the table calls it by. */
export async function rowsToTry(
  house: House,
  slug: string,
  who: keyof House['people'],
): Promise<Record<string, string>> {
  const { id } = house.people[who]
  const isMember = who === 'member' || who === 'lapsed'
  const isStaff = !isMember && who !== 'anonymous'
  if (slug === 'briefings' || slug === 'articles') return stages(house, slug)
  if (slug === 'members') return ownAndOther(house, isMember ? id : null, slug)
  if (slug === 'staff') return ownAndOther(house, isStaff ? id : null, slug)
  if (slug !== 'payload-preferences') return { row: await makeRow(house, slug) }
  return ownAndOther(house, isStaff ? await makePreference(house, id) : null, slug)
}

/** Payload writes the asking user into a preference, whatever the data say: so it is stored underneath. */
async function makePreference(house: House, staffId: string | null): Promise<string> {
  const row: unknown = await house.payload.db.create({
    collection: 'payload-preferences',
    data: { key: fresh('key'), value: {}, user: { relationTo: 'staff', value: staffId } },
  })
  return (row as { id: string }).id
}
