import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { theService } from '@/access/record/audit-entry'
import { visitor, type Viewer } from '@/access/viewer'
import { answerMakeOrganisation } from '@/app/make-organisation'
import {
  type MembershipWish,
  organisationOfEnquiry,
} from '@/members/organisation/organisation-of-enquiry'
import { leave } from '@/members/organisation/leave'
import type { Enquiry, Organisation, Staff } from '@/payload-types'
import { openOrganisationStage, type OrganisationStage } from '../support/organisation-stage'

const now = new Date('2026-11-26T12:00:00Z')
const WISH: MembershipWish = {
  kind: 'housing',
  from: '2026-11-26',
  to: '2027-11-25',
  seats: 20,
  colleaguesJoin: true,
}

let stage: OrganisationStage
let asked = 0
beforeAll(async () => {
  stage = await openOrganisationStage()
})
afterAll(() => stage.close())

function enquiry(wish: Partial<Enquiry> = {}): Promise<Enquiry> {
  asked += 1
  return stage.payload.create({
    collection: 'enquiries',
    overrideAccess: true,
    data: {
      kind: 'join',
      state: 'new',
      name: 'Ana Llŷr',
      email: `ana@homes-${asked}.example`,
      organisationName: `Homes ${asked}`,
      ...wish,
    },
  })
}

const make = ({ id }: Pick<Enquiry, 'id'>, wish: Partial<MembershipWish> = {}) =>
  organisationOfEnquiry({
    payload: stage.payload,
    enquiryId: id,
    wish: { ...WISH, ...wish },
    by: theService,
    now,
  })

async function organisationsOf({ id }: Enquiry): Promise<Organisation[]> {
  const { docs } = await stage.payload.find({
    collection: 'organisations',
    overrideAccess: true,
    where: { fromEnquiry: { equals: id } },
  })
  return docs
}

const read = (id: string) =>
  stage.payload.findByID({ collection: 'enquiries', id, overrideAccess: true, depth: 0 })

describe('an enquiry to join', () => {
  it('becomes an organisation whose manager is who asked, and is closed with a link to it', async () => {
    const asks = await enquiry()
    const email = asks.email!
    const made = await make(asks)
    await stage.deliver(now)

    const [organisation] = await organisationsOf(asks)
    expect(made).toEqual({ kind: 'made', organisationId: organisation!.id })
    expect(organisation).toMatchObject({
      name: asks.organisationName,
      kind: 'housing',
      domains: [email.split('@')[1]],
      seats: 20,
      contactName: 'Ana Llŷr',
      contactEmail: email,
    })
    expect(organisation!.membershipFrom).toContain('2026-11-26')
    expect(organisation!.membershipTo).toContain('2027-11-25')
    expect(await stage.membersOf(organisation!)).toMatchObject([{ email, isManager: true }])
    expect(await read(asks.id)).toMatchObject({ state: 'closed', organisation: organisation!.id })
    expect(stage.mailsTo(email).map(({ parsed }) => parsed.subject)).toEqual([
      `You manage the membership of ${asks.organisationName} at Signpost`,
    ])
    expect(stage.linkTo(email, '/sign-in')).toMatch(/^[\w-]{40,}$/)
  })

  it('mails the first manager though the membership begins later', async () => {
    const asks = await enquiry()
    await make(asks, { from: '2027-03-01' })
    await stage.deliver(now)
    const [mail] = stage.mailsTo(asks.email!)
    expect(mail?.parsed.text).toContain('can read every briefing in full from the first day')
  })

  it('makes one organisation and mails one invitation, however often and from however many desks it is pressed', async () => {
    const asks = await enquiry()
    const answers = await Promise.all(Array.from({ length: 5 }, () => make(asks)))
    answers.push(await make(asks), await make(asks))
    await stage.deliver(now)

    const organisations = await organisationsOf(asks)
    expect(organisations).toHaveLength(1)
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(
      new Set([JSON.stringify({ kind: 'made', organisationId: organisations[0]!.id })]),
    )
    expect(await stage.membersOf(organisations[0]!)).toHaveLength(1)
    expect(stage.mailsTo(asks.email!)).toHaveLength(1)
  })

  it('is taken up again where a crash left it', async () => {
    const asks = await enquiry()
    await stage.payload.create({
      collection: 'organisations',
      overrideAccess: true,
      data: {
        name: 'Half made',
        kind: 'council',
        domains: [asks.email!.split('@')[1]!],
        membershipFrom: WISH.from,
        membershipTo: WISH.to,
        fromEnquiry: asks.id,
      },
    })

    expect(await make(asks)).toMatchObject({ kind: 'made' })
    const [organisation] = await organisationsOf(asks)
    expect(await stage.membersOf(organisation!)).toHaveLength(1)
    expect(await read(asks.id)).toMatchObject({ state: 'closed' })
  })

  it('gives nobody a seat again who was removed after it was done', async () => {
    const asks = await enquiry()
    await make(asks)
    const [organisation] = await organisationsOf(asks)
    const [manager] = await stage.membersOf(organisation!)
    const { payload } = stage
    await leave({ payload, memberId: manager!.id, because: 'removed', by: theService, now })

    expect(await make(asks)).toMatchObject({ kind: 'made' })
    expect(await stage.membersOf(organisation!)).toEqual([])
  })

  it.each(['somebody@gmail.com', 'somebody@ntlworld.com', 'somebody@nhs.net'])(
    'opens no door to all who have an address like that of %s, even if staff tick it',
    async (email) => {
      const asks = await enquiry({ email })
      await make(asks)

      expect((await organisationsOf(asks))[0]?.domains ?? []).toEqual([])
    },
  )

  it('lets colleagues join by the domain only if staff say so', async () => {
    const asks = await enquiry()
    await make(asks, { colleaguesJoin: false })

    const [organisation] = await organisationsOf(asks)
    expect(organisation?.domains ?? []).toEqual([])
    expect(await stage.membersOf(organisation!)).toMatchObject([{ isManager: true }])
    expect(await stage.ask(`colleague@${asks.email!.split('@')[1]!}`, now)).toBe('')
  })

  it('is refused, with the reason and nothing made, where there is nothing to make of it', async () => {
    const council = await stage.organisation()
    const member = await stage.member(council, 'known')
    const refused: [Enquiry, Partial<MembershipWish>, RegExp][] = [
      [await enquiry({ kind: 'contact' }), {}, /Only an enquiry to join/],
      [await enquiry({ organisationName: null }), {}, /Only an enquiry to join/],
      [await enquiry(), { to: '2026-11-25' }, /end before it begins/],
      [await enquiry({ email: `new@${council.domains![0]!}` }), {}, /has that domain already/],
      [await enquiry({ email: member.email }), {}, /has an account already/],
    ]
    for (const [asks, wish, why] of refused) {
      const answer = await make(asks, wish)
      expect(answer).toMatchObject({ kind: 'refused' })
      expect((answer as { why: string }).why).toMatch(why)
      expect(await organisationsOf(asks)).toEqual([])
      expect(await read(asks.id)).toMatchObject({ state: 'new' })
    }
    expect(await make({ id: '00000000-0000-4000-8000-000000000000' })).toEqual({ kind: 'missing' })
  })
})

describe('the desk’s button', () => {
  const staff = (role: Staff['role']): Viewer => ({
    kind: 'staff',
    staff: { id: 'somebody', role, name: 'Somebody', email: 's@signpost.example' } as Staff,
  })

  async function press(
    asks: Enquiry,
    viewer: Viewer,
    headers: Record<string, string> = {},
    wish: object = {},
  ) {
    let told = 0
    const request = new Request(`${stage.settings.siteUrl}/api/enquiry-organisation`, {
      method: 'POST',
      headers: { Origin: stage.settings.siteUrl, 'Sec-Fetch-Site': 'same-origin', ...headers },
      body: JSON.stringify({ id: asks.id, ...WISH, ...wish }),
    })
    const { siteUrl } = stage.settings
    const afterAnswer = () => (told += 1)
    const desk = { payload: stage.payload, viewer, siteUrl, afterAnswer, now }
    const answer = await answerMakeOrganisation(request, desk)
    const { error } = (await answer.json()) as { error?: { message: string } }
    return { status: answer.status, told, why: error?.message }
  }

  it('is an administrator’s alone, from a page of ours, and to others than staff it is not there', async () => {
    const asks = await enquiry()
    const elsewhere = { Origin: 'https://elsewhere.example', 'Sec-Fetch-Site': 'cross-site' }

    expect(await press(asks, visitor)).toMatchObject({ status: 404, told: 0 })
    expect(await press(asks, staff('officer'))).toMatchObject({ status: 403, told: 0 })
    expect(await press(asks, staff('editor'))).toMatchObject({ status: 403, told: 0 })
    expect(await press(asks, staff('administrator'), elsewhere)).toMatchObject({
      status: 404,
      told: 0,
    })
    expect(await organisationsOf(asks)).toEqual([])
    expect(await press(asks, staff('administrator'))).toMatchObject({ status: 200, told: 1 })
    expect(await organisationsOf(asks)).toHaveLength(1)
  })

  it('takes nobody’s silence for leave to join: without the tick’s word nothing is made', async () => {
    const asks = await enquiry()

    expect(
      await press(asks, staff('administrator'), {}, { colleaguesJoin: undefined }),
    ).toMatchObject({ status: 400, told: 0 })
    expect(await organisationsOf(asks)).toEqual([])
  })

  it('is told which of its fields must be mended', async () => {
    const asks = await enquiry()
    const why = async (wish: object) => (await press(asks, staff('administrator'), {}, wish)).why

    expect(await why({ seats: 1.5 })).toMatch(/the seats as a whole number/)
    expect(await why({ from: '' })).toBe('Give the first day of membership.')
    expect(await why({ to: '' })).toBe('Give the last day of membership.')
    expect(await organisationsOf(asks)).toEqual([])
  })
})
