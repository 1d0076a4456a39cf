import type { CollectionSlug, Payload } from 'payload'
import { addressHash } from '@/lib/address-hash'
import { askToChangeAddress } from '@/members/address/change-address'
import { sendToColleague } from '@/members/colleague/send-to-colleague'
import { requestSignIn } from '@/members/request-sign-in'
import { startSession } from '@/members/sessions'
import type { Member } from '@/payload-types'
import type { OrganisationStage } from './organisation-stage'

type Row = Record<string, unknown> & { readonly id: string }

/** Every row of every collection, as the database has it. */
export async function everyRow(payload: Payload): Promise<ReadonlyMap<CollectionSlug, Row[]>> {
  const all = new Map<CollectionSlug, Row[]>()
  for (const slug of Object.keys(payload.collections) as CollectionSlug[]) {
    const { docs } = await payload.db.find<Row>({
      collection: slug,
      where: {},
      limit: 0,
      pagination: false,
    })
    all.set(
      slug,
      docs.map((row) => JSON.parse(JSON.stringify(row)) as Row),
    )
  }
  return all
}

/** Of every collection, the rows in which one of the words stands anywhere. */
export async function rowsNaming(
  payload: Payload,
  words: readonly string[],
): Promise<{ readonly slug: CollectionSlug; readonly row: Row }[]> {
  return [...(await everyRow(payload))].flatMap(([slug, rows]) =>
    rows
      .filter((row) => words.some((word) => JSON.stringify(row).includes(word)))
      .map((row) => ({ slug, row })),
  )
}

const AT = '2026-11-20T09:00:00.000Z'

/** What the service keeps under a member's number alone, a row of each. */
const underTheirNumber = (
  id: string,
  email: string,
  secret: string,
): [CollectionSlug, object][] => [
  ['subscriptions', { member: id, status: 'active' }],
  ['consent-events', { memberId: id, action: 'subscribed', at: AT, madeThrough: 'account' }],
  [
    'saved-searches',
    { memberId: id, name: 'Rents', parameters: 'q=rents', since: AT, state: 'active' },
  ],
  ['reading-list', { memberId: id, briefingId: 'a-briefing', addedAt: AT }],
  ['reading-history', { memberId: id, briefingId: 'a-briefing', readAt: AT }],
  [
    'bulletin-letters',
    { key: `welcome ${id}`, kind: 'welcome', memberId: id, state: 'sent', attempts: 1 },
  ],
  [
    'bulletin-receipts',
    { memberId: id, briefingId: 'a-briefing', edition: 1, issueKey: 'weekly:2026-11-20' },
  ],
  ['inbound-mail', { fingerprint: `back ${id}`, kind: 'bounce-soft', memberId: id, at: AT }],
  [
    'bulletin-deliveries',
    {
      key: `weekly:2026-11-20 ${id}`,
      issueKey: 'weekly:2026-11-20',
      memberId: id,
      address: email,
      addressHash: addressHash(secret, email),
      state: 'sent',
      attempts: 1,
      fence: 1,
      token: `token of ${id}`,
    },
  ],
]

/**
 * Everything the service can keep of a member, made as the service makes it where that takes one call: a session, a code,
 * a change of address under way, a mail, wishes to join, an answered enquiry and one that waits for its answer.
 */
export async function fillAccount(
  { payload, desk }: Pick<OrganisationStage, 'payload' | 'desk'>,
  member: Member,
  now: Date,
  /** Who sends the member a briefing. */
  colleague: Member,
): Promise<void> {
  const { id, email } = member
  for (const [collection, data] of underTheirNumber(id, email, payload.config.secret)) {
    await payload.db.create({ collection, data: data as Record<string, unknown> })
  }
  await startSession({ payload, memberId: id, device: 'Firefox on Windows', now })
  await requestSignIn({
    ...desk,
    afterAnswer: () => undefined,
    email,
    next: '/account',
    now,
  })
  await askToChangeAddress({ payload, member, email: `other.${email}`, now })
  const person = { name: member.name, email }
  await payload.create({
    collection: 'join-requests',
    overrideAccess: true,
    data: { ...person, state: 'joined', expiresAt: AT },
  })
  for (const [sender, to] of [
    [member, 'colleague@elsewhere.example'],
    [colleague, email],
  ] as const) {
    await sendToColleague({ payload, member: sender, briefingId: 'a-briefing', email: to, now })
  }
  for (const state of ['closed', 'new'] as const) {
    await payload.create({
      collection: 'enquiries',
      overrideAccess: true,
      data: { ...person, kind: 'contact', message: `An enquiry that is ${state}.`, state },
    })
  }
}
