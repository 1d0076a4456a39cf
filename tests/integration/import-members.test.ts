import { afterAll, beforeAll, expect, it } from 'vitest'
import { theService } from '@/access/record/audit-entry'
import { readSubscription } from '@/bulletin/subscriptions'
import { importMembers, type ImportReport } from '@/members/import-members'
import { readMemberRows } from '@/members/read-member-rows'
import type { Member } from '@/payload-types'
import { subscribeWith } from '../../scripts/import/subscribe-with'
import { openTestPayload, type TestPayload } from '../support/test-payload'

const NOW = new Date('2026-11-23T12:00:00Z')

let test: TestPayload
let council: string
let charity: string
let invited: Member[]

const organisation = async (name: string) =>
  (
    await test.payload.create({
      collection: 'organisations',
      overrideAccess: true,
      data: { name, kind: 'council', membershipFrom: '2020-01-01', membershipTo: '2030-01-01' },
    })
  ).id

beforeAll(async () => {
  test = await openTestPayload()
  council = await organisation('Exampleshire County Council')
  charity = await organisation('Anytown Advice')
  await test.payload.create({
    collection: 'topics',
    overrideAccess: true,
    data: { name: 'Social housing' },
  })
})
afterAll(() => test.close())

async function run(csv: string, isDryRun = false, to = council): Promise<ImportReport> {
  invited = []
  return importMembers({
    payload: test.payload,
    rows: readMemberRows(csv, NOW).rows,
    organisationId: to,
    isDryRun,
    subscribe: subscribeWith(test.payload),
    invite: (member) => {
      invited.push(member)
      return Promise.resolve()
    },
    onProgress: () => undefined,
    by: theService,
    now: NOW,
  })
}

const FILE =
  'email,name,job_title,topics,subscribed_at,consent\n' +
  'ana@exampleshire.example,Ana,Officer,Social housing,2025-01-02,Yes please\n' +
  'ben@exampleshire.example,Ben,,,,\n'

async function memberWith(email: string): Promise<Member> {
  const { docs } = await test.payload.find({
    collection: 'members',
    overrideAccess: true,
    depth: 0,
    where: { email: { equals: email } },
  })
  return docs[0]!
}

const subscriptionOf = async (email: string) =>
  readSubscription({ payload: test.payload, memberId: (await memberWith(email)).id })

it('stores nothing on a dry run', async () => {
  expect(await run(FILE, true)).toMatchObject({ created: 2 })
  expect(
    (await test.payload.count({ collection: 'members', overrideAccess: true })).totalDocs,
  ).toBe(0)
})

it('subscribes those alone whose consent the file gives, and keeps its words and date', async () => {
  expect(await run(FILE)).toEqual({ created: 2, updated: 0, unchanged: 0, faults: [] })

  expect(await subscriptionOf('ana@exampleshire.example')).toMatchObject({ status: 'active' })
  expect(await subscriptionOf('ben@exampleshire.example')).toBeNull()
  const { docs } = await test.payload.find({ collection: 'consent-events', overrideAccess: true })
  expect(docs).toMatchObject([
    { at: '2025-01-02T00:00:00.000Z', wording: 'Yes please', madeThrough: 'import' },
  ])
  expect(invited.map(({ name }) => name)).toEqual(['Ana', 'Ben'])
})

it('changes nothing when the same file comes again, and invites nobody twice', async () => {
  expect(await run(FILE)).toMatchObject({ created: 0, updated: 0, unchanged: 2 })
  expect(invited).toEqual([])
})

it('brings nobody back who has left the Bulletin', async () => {
  const subscription = await subscriptionOf('ana@exampleshire.example')
  await test.payload.update({
    collection: 'subscriptions',
    id: subscription!.id,
    overrideAccess: true,
    data: { status: 'unsubscribed' },
  })

  await run(FILE)

  expect(await subscriptionOf('ana@exampleshire.example')).toMatchObject({ status: 'unsubscribed' })
})

it('refuses to take a member from another organisation, and topics it does not know', async () => {
  const { faults, created } = await run(
    'email,name,topics\nana@exampleshire.example,Ana,\ncleo@anytown.example,Cleo,Nonsense\n',
    false,
    charity,
  )

  expect(created).toBe(0)
  expect(faults.map(({ line, field }) => [line, field])).toEqual([
    [2, 'email'],
    [3, 'topics'],
  ])
  expect((await memberWith('ana@exampleshire.example')).organisation).toBe(council)
})
