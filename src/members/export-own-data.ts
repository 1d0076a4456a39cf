import type { CollectionSlug, Payload, Where } from 'payload'
import { addressHash } from '@/lib/address-hash'
import { normaliseEmail } from '@/lib/email-address'
import { formerAddresses } from '@/lib/former-addresses'
import type { Member } from '@/payload-types'

type Row = Record<string, unknown>

/** What is left out of a row: what proves a session or a code, and what only the database needs. */
const NEVER = new Set(['tokenHash', 'codeHash', 'linkHash', 'addressHash', 'token', 'updatedAt'])

const withoutSecrets = (row: Row): Row =>
  Object.fromEntries(Object.entries(row).filter(([name]) => !NEVER.has(name)))

const only =
  (...names: readonly string[]) =>
  (row: Row): Row =>
    Object.fromEntries(names.map((name) => [name, row[name] ?? null]))

/** As somebody wrote them, and not what staff noted of them. */
const enquiry = only(
  'id',
  'name',
  'email',
  'kind',
  'organisationName',
  'message',
  'page',
  'createdAt',
)

/** Neither to whom it was sent nor whether they read it: that is the colleague’s own. */
const sentBriefing = only('id', 'briefingId', 'createdAt', 'endsAt')

/** What was done, and not to whom: that may be somebody else. */
const recorded = only('id', 'at', 'act')

async function rowsOf(
  payload: Payload,
  collection: CollectionSlug,
  where: Where,
  sort = 'createdAt',
): Promise<Row[]> {
  const { docs } = await payload.find({
    collection,
    overrideAccess: true,
    depth: 0,
    limit: 0,
    pagination: false,
    sort,
    where,
  })
  return docs.map((doc) => withoutSecrets(doc as unknown as Row))
}

/** That an address is not to be mailed, and why. The mark itself is of use to nobody. */
const notMailed = only('id', 'reason', 'at')

/** The organisations that name one of these addresses as their contact, with the contact alone. */
async function contactFor(payload: Payload, addresses: readonly string[]): Promise<Row[]> {
  const { docs } = await payload.find({
    collection: 'organisations',
    overrideAccess: true,
    depth: 0,
    limit: 0,
    pagination: false,
    sort: 'name',
    where: { contactEmail: { exists: true } },
  })
  // Addresses from before they were checked may be in capitals.
  return docs
    .filter(({ contactEmail }) => addresses.includes(normaliseEmail(contactEmail ?? '')))
    .map((doc) => only('id', 'name', 'contactName', 'contactEmail')(doc as unknown as Row))
}

/**
 * Everything the service holds of one member, for them alone, under every address the account had: nothing of what staff
 * noted, and of the organisation its name and the days of its membership, with its contact only where that is the member.
 *
 * Left out are codes and links for signing in, which open an account and are deleted within days, counts of tries, which are
 * by keyed hash and deleted within hours, and of the record all but what was done and when.
 */
export async function exportOwnData({
  payload,
  member,
  now,
}: {
  payload: Payload
  /** With the organisation. */
  member: Member
  now: Date
}): Promise<Record<string, unknown>> {
  const { id, email, organisation } = member
  const byRelation: Where = { member: { equals: id } }
  const byId: Where = { memberId: { equals: id } }
  const addresses = [email, ...(await formerAddresses(payload, id))]
  const byAddress: Where = { email: { in: addresses } }
  const changes = await rowsOf(payload, 'address-changes', byRelation)
  const subjects = [id, ...changes.map((change) => String(change.id))]
  const mails = await rowsOf(payload, 'account-mails', {
    or: [{ address: { in: addresses } }, { subjectId: { in: subjects } }],
  })
  const hashes = addresses.map((address) => addressHash(payload.config.secret, address))
  const passesWhere = (where: Where) => rowsOf(payload, 'colleague-passes', where)
  return {
    writtenAt: now.toISOString(),
    account: {
      id,
      email,
      name: member.name,
      jobTitle: member.jobTitle ?? null,
      isManager: member.isManager ?? false,
      createdAt: member.createdAt,
      seatedAt: member.seatedAt ?? null,
      lastSignedInAt: member.lastSignedInAt ?? null,
      addressConfirmedAt: member.addressConfirmedAt ?? null,
      leftAt: member.leftAt ?? null,
      leftBecause: member.leftBecause ?? null,
    },
    organisation:
      typeof organisation === 'object'
        ? {
            name: organisation.name,
            membershipFrom: organisation.membershipFrom,
            membershipTo: organisation.membershipTo,
          }
        : null,
    contactOf: await contactFor(payload, addresses),
    subscription: await rowsOf(payload, 'subscriptions', byRelation),
    consent: await rowsOf(payload, 'consent-events', byId),
    bulletins: await rowsOf(payload, 'bulletin-deliveries', byId),
    toldOf: (await rowsOf(payload, 'bulletin-receipts', byId)).map(
      only('id', 'briefingId', 'edition', 'issueKey'),
    ),
    mailThatCameBack: (await rowsOf(payload, 'inbound-mail', byId)).map(
      only('id', 'kind', 'enhancedCode', 'diagnostic', 'at'),
    ),
    addressesNotMailed: (
      await rowsOf(payload, 'suppressions', { addressHash: { in: hashes } }, 'at')
    ).map(notMailed),
    lettersAboutTheBulletin: await rowsOf(payload, 'bulletin-letters', byId),
    savedSearches: await rowsOf(payload, 'saved-searches', byId),
    readingList: await rowsOf(payload, 'reading-list', byId),
    recentlyRead: await rowsOf(payload, 'reading-history', byId),
    briefingsSentToColleagues: (await passesWhere({ sender: { equals: id } })).map(sentBriefing),
    briefingsSentByColleagues: (await passesWhere({ addressHash: { in: hashes } })).map(
      only('id', 'briefingId', 'createdAt', 'usedAt', 'endsAt'),
    ),
    sessions: await rowsOf(payload, 'member-sessions', byRelation),
    changesOfAddress: changes,
    wishesToJoin: await rowsOf(payload, 'join-requests', byAddress),
    mailsAboutTheAccount: mails.map(only('id', 'kind', 'address', 'state', 'owedAt', 'doneAt')),
    record: (
      await rowsOf(
        payload,
        'audit-events',
        { or: [{ byId: { equals: id } }, { onId: { equals: id } }] },
        'at',
      )
    ).map(recorded),
    enquiries: (await rowsOf(payload, 'enquiries', byAddress)).map(enquiry),
  }
}
