import type { CollectionSlug } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { theService } from '@/access/record/audit-entry'
import { addressHash } from '@/lib/address-hash'
import { eraseAccount } from '@/members/erase-account'
import { exportOwnData } from '@/members/export-own-data'
import { confirmChange } from '@/members/address/change-address'
import { forgetLeavers, leave } from '@/members/organisation/leave'
import type { Member } from '@/payload-types'
import { failingWrites } from '../support/failing-writes'
import { openOrganisationStage, type OrganisationStage } from '../support/organisation-stage'
import { everyRow, fillAccount, rowsNaming } from '../support/whole-account'

const now = new Date('2026-11-26T12:00:00Z')
const DAY = 24 * 60 * 60 * 1000

let stage: OrganisationStage
beforeAll(async () => {
  stage = await openOrganisationStage()
})
afterAll(() => stage.close())

/** A member who moved to another address once, with a row of everything that can be kept of them. */
async function wholeMember(name: string) {
  const council = await stage.organisation({
    notes: 'PLANTED-NOTE',
    contactName: 'PLANTED-CONTACT',
    contactEmail: 'planted@example.org',
  })
  const before = await stage.member(council, name, { jobTitle: 'Officer', isManager: true })
  const colleague = await stage.member(council, 'colleague')
  await fillAccount(
    stage,
    await stage.memberNow(before.id),
    now,
    await stage.memberNow(colleague.id),
  )
  await stage.deliver(now)
  for (const side of ['old', 'new'] as const) {
    const address = side === 'old' ? before.email : `other.${before.email}`
    const token = stage.linkTo(address, `/account/address/${side}`)
    await confirmChange({ payload: stage.payload, side, token, now })
  }
  await stage.deliver(now)
  const member = await stage.memberNow(before.id)
  return { member, council, oldEmail: before.email }
}

/** What the database alone needs, or what opens an account: in no file, whoever asks. */
const LEFT_OUT: Partial<Record<CollectionSlug, string>> = {
  'sign-in-codes': 'codes and links by which an account opens',
}

describe('the file of one’s own data', () => {
  it('says whose contact the member is, under any address, and nothing of another’s contact', async () => {
    const council = await stage.organisation({
      contactName: 'Erin',
      contactEmail: ' Erin@Contact.example ',
    })
    const mine = await stage.member(council, 'erin', { email: 'erin@contact.example' })
    const other = await stage.member(council, 'other')
    const fileOf = async ({ id }: Member) =>
      exportOwnData({ payload: stage.payload, member: await stage.memberNow(id), now })

    expect(await fileOf(mine)).toMatchObject({
      contactOf: [{ id: council.id, contactName: 'Erin', contactEmail: 'erin@contact.example' }],
    })
    expect(JSON.stringify(await fileOf(other))).not.toContain('contact.example')
    await expect(stage.organisation({ contactEmail: 'no address' })).rejects.toThrow(
      /Their e-mail address/,
    )
  })

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

const erasedBy: Record<string, (member: Member) => Promise<unknown>> = {
  'its owner': (member) => eraseAccount({ payload: stage.payload, member }),
  'the service, a month after they left': async ({ id: memberId }) => {
    await leave({ payload: stage.payload, memberId, because: 'removed', by: theService, now })
    await forgetLeavers(stage.payload, new Date(now.getTime() + 31 * DAY))
  },
  'an administrator': ({ id }) =>
    stage.payload.delete({ collection: 'members', id, overrideAccess: true }),
}

describe('an account leaves the same, erased by', () => {
  it.each(Object.keys(erasedBy))('%s', async (who) => {
    const name = `erased by ${who.split(' ').at(-1)!}`
    const { member, oldEmail } = await wholeMember(name.replaceAll(' ', '.'))
    await erasedBy[who]!(member)

    const named = await rowsNaming(stage.payload, [member.email, oldEmail])
    expect(named.map(({ slug, row }) => [slug, row.state])).toEqual([['enquiries', 'new']])
    const numbered = await rowsNaming(stage.payload, [member.id])
    expect([...new Set(numbered.map(({ slug }) => slug))].sort()).toEqual([
      'audit-events',
      'bulletin-deliveries',
      'consent-events',
      'inbound-mail',
    ])
  })
})

const isThere = async ({ id }: Member): Promise<boolean> => {
  const where = { id: { equals: id } }
  const { totalDocs } = await stage.payload.count({
    collection: 'members',
    overrideAccess: true,
    where,
  })
  return totalDocs > 0
}

describe('an erasure that fails', () => {
  it('is called so at whichever step, and can be asked for again until nothing is left', async () => {
    const { member, oldEmail } = await wholeMember('gil')
    const writes = failingWrites(stage.payload)
    const endings: string[] = []
    for (let steps = 0; steps === 0 || (await isThere(member)); steps += 1) {
      writes.crashAfter(steps)
      const ending = await eraseAccount({ payload: stage.payload, member }).then(
        () => 'erased',
        () => 'failed',
      )
      writes.restart()
      expect(ending).toBe((await isThere(member)) ? 'failed' : 'erased')
      endings.push(ending)
    }

    expect(endings.filter((ending) => ending === 'failed').length).toBeGreaterThan(10)
    const left = await rowsNaming(stage.payload, [member.email, oldEmail, '"gil"'])
    expect(left.map(({ slug, row }) => [slug, row.state])).toEqual([['enquiries', 'new']])
  })

  it('keeps no other leaver from being erased', async () => {
    const council = await stage.organisation()
    const stuck = await stage.member(council, 'stuck')
    const next = await stage.member(council, 'next')
    for (const { id: memberId } of [stuck, next]) {
      await leave({ payload: stage.payload, memberId, because: 'removed', by: theService, now })
    }
    const { db } = stage.payload
    const deleteMany = db.deleteMany.bind(db)
    db.deleteMany = (args) =>
      JSON.stringify(args.where).includes(stuck.id)
        ? Promise.reject(new Error('The row is held.'))
        : deleteMany(args)
    const later = new Date(now.getTime() + 31 * DAY)

    await forgetLeavers(stage.payload, later)
    expect([await isThere(stuck), await isThere(next)]).toEqual([true, false])
    db.deleteMany = deleteMany
    await forgetLeavers(stage.payload, later)
    expect(await isThere(stuck)).toBe(false)
  })
})
