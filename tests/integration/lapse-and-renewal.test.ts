import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { atomFeed } from '@templates/feeds/atom-feed'
import { briefingEntry } from '@/app/feeds'
import { viewerFrom } from '@/app/viewer-from'
import { listBriefings } from '@/briefings/list-briefings'
import { openAttachment } from '@/briefings/open-attachment'
import { readBriefing } from '@/briefings/read-briefing'
import { readerOf } from '@/bulletin/reader'
import { setSubscription } from '@/bulletin/subscriptions'
import { sessionCookieName } from '@/members/session-cookie'
import { startSession } from '@/members/sessions'
import { answerSearch } from '@/search/answer-search'
import { indexPublished } from '@/search/index-published'
import { makeSearchEngine } from '@/search/make-search-engine'
import type { SearchEngine } from '@/search/search-engine'
import { aMember } from '../support/a-member'
import { lexicalBody } from '../support/lexical'
import { searchRequest } from '../support/search-documents'
import { openTestPayload, type TestPayload } from '../support/test-payload'

const MARK = 'quokkaprivate'
const PDF = Buffer.from('%PDF-1.4\nxref\ntrailer\nstartxref\n%%EOF\n')
const LAST_DAY = '2026-11-30'
const BEFORE = new Date('2026-11-30T23:59:59Z')
const AFTER = new Date('2026-12-01T00:00:00Z')

let test: TestPayload
let engine: SearchEngine
let attachmentId: string
beforeAll(async () => {
  test = await openTestPayload()
  const { payload } = test
  const attachment = await payload.create({
    collection: 'attachments',
    overrideAccess: true,
    data: { title: 'Toolkit' },
    file: { data: PDF, mimetype: 'application/pdf', name: 'toolkit.pdf', size: PDF.length },
  })
  attachmentId = attachment.id
  await payload.create({
    collection: 'briefings',
    overrideAccess: true,
    data: {
      title: 'Rents',
      slug: 'rents',
      summary: 'What tenants pay.',
      type: 'briefing',
      body: lexicalBody(`Officers found ${MARK} in the records.`),
      attachments: [attachmentId],
      _status: 'published',
      publishedAt: '2026-01-01T09:00:00Z',
    },
  })
  engine = makeSearchEngine(test.settings)
  await indexPublished({ payload, engine, now: BEFORE })
})
afterAll(async () => {
  await engine.close()
  await test.close()
})

/** All that one open browser is given at a moment, and whether the Bulletin would come. */
async function reading({ token, memberId }: { token: string; memberId: string }, now: Date) {
  const { payload, settings } = test
  const headers = new Headers({ cookie: `${sessionCookieName(true)}=${token}` })
  const viewer = await viewerFrom({ payload, headers, isLoopback: true, now })
  const page = await readBriefing({ payload, slug: 'rents', viewer, now })
  const found = await answerSearch({
    payload,
    engine,
    viewer,
    request: searchRequest(MARK),
    now,
  })
  const folder = path.join(test.dataDir, 'uploads', 'attachments')
  const file = await openAttachment({ payload, id: attachmentId, viewer, folder, now })
  const reader = await readerOf({ payload, settings, now }, memberId)
  return {
    signedInAs: viewer.kind,
    page: page.kind,
    hasMemberText: JSON.stringify(page).includes(MARK),
    finds: found.total,
    file: file.kind,
    bulletin: reader?.bar?.reason ?? 'comes',
  }
}

const AS_A_MEMBER = {
  signedInAs: 'member',
  page: 'full',
  hasMemberText: true,
  finds: 1,
  file: 'file',
  bulletin: 'comes',
}

const AS_THE_PUBLIC = {
  signedInAs: 'member',
  page: 'teaser',
  hasMemberText: false,
  finds: 0,
  file: 'missing',
  bulletin: 'membership lapsed',
}

async function aReader() {
  const { payload } = test
  const member = await aMember(payload, { to: LAST_DAY })
  const { token } = await startSession({ payload, memberId: member.id, now: BEFORE })
  await setSubscription({
    payload,
    memberId: member.id,
    status: 'active',
    topicIds: [],
    madeThrough: 'account',
    wording: 'Yes',
    now: BEFORE,
  })
  const organisation =
    typeof member.organisation === 'string' ? member.organisation : member.organisation.id
  return { token, memberId: member.id, organisation }
}

it('H15 ends page, search, file and Bulletin with the last second of the last day, and no session', async () => {
  const reader = await aReader()

  expect(await reading(reader, BEFORE)).toEqual(AS_A_MEMBER)
  expect(await reading(reader, AFTER)).toEqual(AS_THE_PUBLIC)
})

it('H15 gives everything back with the renewal, in the very browser that was open', async () => {
  const reader = await aReader()
  expect(await reading(reader, AFTER)).toEqual(AS_THE_PUBLIC)
  const renew = (membershipTo: string) =>
    test.payload.update({
      collection: 'organisations',
      id: reader.organisation,
      overrideAccess: true,
      data: { membershipTo },
    })

  await renew('2027-11-30')
  expect(await reading(reader, AFTER)).toEqual(AS_A_MEMBER)
  await renew('2026-11-01')
  expect(await reading(reader, AFTER)).toEqual(AS_THE_PUBLIC)
})

it('H15 lets members read on through the days of grace', async () => {
  const reader = await aReader()
  await test.payload.update({
    collection: 'organisations',
    id: reader.organisation,
    overrideAccess: true,
    data: { graceDays: 5 },
  })

  expect(await reading(reader, new Date('2026-12-05T23:59:59Z'))).toEqual(AS_A_MEMBER)
  expect(await reading(reader, new Date('2026-12-06T00:00:00Z'))).toEqual(AS_THE_PUBLIC)
})

it('H15 never had member text in the feed, so that a lapse takes nothing out of it', async () => {
  const { payload, settings } = test
  const { siteUrl } = settings
  const feedAt = async (now: Date) => {
    const { briefings } = await listBriefings({
      payload,
      viewer: { kind: 'visitor' },
      limit: 10,
      now,
    })
    return atomFeed({
      title: 'Briefings',
      description: 'New briefings',
      pageUrl: `${siteUrl}/briefings`,
      feedUrl: `${siteUrl}/feeds/briefings.xml`,
      entries: briefings.map((briefing) => briefingEntry(briefing, siteUrl)),
    })
  }

  const feed = await feedAt(BEFORE)
  expect(feed).toContain('What tenants pay.')
  expect(feed).not.toContain(MARK)
  expect(await feedAt(AFTER)).toBe(feed)
})

it('cannot be set to end before the membership begins', async () => {
  const { organisation: id } = await aReader()
  const set = (data: { membershipFrom?: string; membershipTo?: string }) =>
    test.payload.update({ collection: 'organisations', id, overrideAccess: true, data })

  await set({ membershipFrom: '2026-04-01', membershipTo: '2027-03-31' })
  await expect(set({ membershipTo: '2026-03-31' })).rejects.toThrow(/Last day of membership/i)
  await expect(set({ membershipFrom: '2027-04-01' })).rejects.toThrow(/Last day of membership/i)
  await set({ membershipTo: '2026-04-01' })
})
