import type { CollectionSlug } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addressHash } from '@/lib/address-hash'
import { eraseAccount } from '@/members/erase-account'
import { exportOwnData } from '@/members/export-own-data'
import { confirmChange } from '@/members/address/change-address'
import type { Member } from '@/payload-types'
import { openOrganisationStage, type OrganisationStage } from '../support/organisation-stage'
import { everyRow, fillAccount, rowsNaming } from '../support/whole-account'

const now = new Date('2026-11-26T12:00:00Z')

let stage: OrganisationStage
beforeAll(async () => {
  stage = await openOrganisationStage()
})
afterAll(() => stage.close())

const read = (id: string): Promise<Member> =>
  stage.payload.findByID({ collection: 'members', id, overrideAccess: true, depth: 1 })

/** A member who moved to another address once, with a row of everything that can be kept of them. */
async function wholeMember(name: string) {
  const council = await stage.organisation({
    notes: 'PLANTED-NOTE',
    contactName: 'PLANTED-CONTACT',
    contactEmail: 'planted@example.org',
  })
  const before = await stage.member(council, name, { jobTitle: 'Officer', isManager: true })
  const colleague = await stage.member(council, 'colleague')
  await fillAccount(stage, await read(before.id), now, await read(colleague.id))
  await stage.deliver(now)
  for (const side of ['old', 'new'] as const) {
    const address = side === 'old' ? before.email : `other.${before.email}`
    const token = stage.linkTo(address, `/account/address/${side}`)
    await confirmChange({ payload: stage.payload, side, token, now })
  }
  await stage.deliver(now)
  const member = await read(before.id)
  return { member, council, oldEmail: before.email }
}

/** What the database alone needs, or what opens an account: in no file, whoever asks. */
const LEFT_OUT: Partial<Record<CollectionSlug, string>> = {
  'sign-in-codes': 'codes and links by which an account opens',
  'bulletin-receipts': 'what keeps one briefing from two mails: the ledger is in the file',
  'inbound-mail': 'what a mail server said, which the ledger row in the file sums up',
}

describe('the file of one’s own data', () => {
  it('holds every row that names the member, but for what is left out by name', async () => {
    const { member, oldEmail } = await wholeMember('ana')
    const file = JSON.stringify(await exportOwnData({ payload: stage.payload, member, now }))

    const missing = (await rowsNaming(stage.payload, [member.id, member.email, oldEmail]))
      .filter(({ slug, row }) => !LEFT_OUT[slug] && !file.includes(row.id))
      .map(({ slug }) => slug)
    expect(missing).toEqual([])
  })

  it('holds nothing of others, of what staff noted, or by which an account opens', async () => {
    const { member } = await wholeMember('ben')
    const other = await wholeMember('stranger')
    const file = JSON.stringify(await exportOwnData({ payload: stage.payload, member, now }))

    expect(file).not.toContain('stranger')
    expect(file).not.toContain(other.member.id)
    expect(file).not.toMatch(/PLANTED|planted/)
    const secrets = [...(await everyRow(stage.payload)).values()]
      .flat()
      .flatMap((row) =>
        ['tokenHash', 'codeHash', 'linkHash', 'addressHash', 'token'].map((name) => row[name]),
      )
      .filter((secret) => typeof secret === 'string')
    expect(secrets.length).toBeGreaterThan(10)
    expect(secrets.filter((secret) => file.includes(secret))).toEqual([])
  })
})

describe('an account that was erased', () => {
  it('leaves its name and addresses nowhere but in an enquiry that waits for its answer', async () => {
    const { member, oldEmail } = await wholeMember('cai')
    const neighbour = await wholeMember('neighbour')
    const ofNeighbour = async () =>
      (await rowsNaming(stage.payload, [neighbour.member.id, neighbour.member.email]))
        .map(({ slug, row }) => `${slug} ${row.id}`)
        .sort()
    const before = await ofNeighbour()
    await eraseAccount({ payload: stage.payload, member })

    const left = await rowsNaming(stage.payload, [member.email, oldEmail, '"cai"'])
    expect(left.map(({ slug, row }) => [slug, row.state])).toEqual([['enquiries', 'new']])
    expect(await ofNeighbour()).toEqual(before)
  })

  it('leaves its number only on consent, on the ledger, on the record and on what came back', async () => {
    const { member } = await wholeMember('dee')
    await eraseAccount({ payload: stage.payload, member })
    await eraseAccount({ payload: stage.payload, member })

    const left = await rowsNaming(stage.payload, [member.id])
    expect([...new Set(left.map(({ slug }) => slug))].sort()).toEqual([
      'audit-events',
      'bulletin-deliveries',
      'consent-events',
      'inbound-mail',
    ])
    const hash = addressHash(stage.payload.config.secret, member.email)
    const marks = (await everyRow(stage.payload)).get('suppressions') ?? []
    expect(marks.filter((mark) => mark.addressHash === hash)).toHaveLength(1)
  })

  it('takes no mail from whoever has the old address by now', async () => {
    const { member, oldEmail, council } = await wholeMember('fay')
    const heir = await stage.payload.create({
      collection: 'members',
      overrideAccess: true,
      data: { email: oldEmail, name: 'The heir', organisation: council.id },
    })
    await stage.payload.create({
      collection: 'enquiries',
      overrideAccess: true,
      data: {
        name: 'The heir',
        email: oldEmail,
        kind: 'contact',
        message: 'Hello',
        state: 'closed',
      },
    })
    await eraseAccount({ payload: stage.payload, member })

    const left = await rowsNaming(stage.payload, ['The heir'])
    expect(left.map(({ slug }) => slug).sort()).toEqual(['enquiries', 'members'])
    expect(heir.email).toBe(oldEmail)
  })
})
