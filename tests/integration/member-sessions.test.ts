import { createLocalReq, loginOperation } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { payloadUserOf, type Viewer } from '@/access/viewer'
import { viewerFrom } from '@/app/viewer-from'
import { changeDetails } from '@/members/change-details'
import { endAllSessions, endSession, memberOfSession, startSession } from '@/members/sessions'
import { aMember } from '../support/a-member'
import { openTestPayload, type TestPayload } from '../support/test-payload'

const now = new Date('2026-11-23T09:00:00Z')
const later = (days: number) => new Date(now.getTime() + days * 24 * 60 * 60 * 1000)

let test: TestPayload
beforeAll(async () => {
  test = await openTestPayload()
})
afterAll(() => test.close())

const viewerWith = (headers: Record<string, string>, at = now) =>
  viewerFrom({ payload: test.payload, headers: new Headers(headers), isLoopback: true, now: at })

describe('a member’s session', () => {
  it('names the member, with the organisation, to whoever holds its token', async () => {
    const { payload } = test
    const member = await aMember(payload)
    const { token } = await startSession({ payload, memberId: member.id, now })

    const found = await memberOfSession({ payload, token, now })

    expect(found).toMatchObject({ id: member.id, organisation: { kind: 'council' } })
    expect(await memberOfSession({ payload, token: `${token}x`, now })).toBeNull()
  })

  it('keeps no token in the database', async () => {
    const { payload } = test
    const { token } = await startSession({ payload, memberId: (await aMember(payload)).id, now })

    const { docs } = await payload.find({
      collection: 'member-sessions',
      overrideAccess: true,
      pagination: false,
    })

    expect(docs.length).toBeGreaterThan(0)
    expect(JSON.stringify(docs)).not.toContain(token)
  })

  it('lasts 30 days from its last use', async () => {
    const { payload } = test
    const { token } = await startSession({ payload, memberId: (await aMember(payload)).id, now })

    expect(await memberOfSession({ payload, token, now: later(29) })).not.toBeNull()
    expect(await memberOfSession({ payload, token, now: later(58) })).not.toBeNull()
    expect(await memberOfSession({ payload, token, now: later(89) })).toBeNull()
  })

  it('ends 180 days after it began, however much it is used', async () => {
    const { payload } = test
    const { token } = await startSession({ payload, memberId: (await aMember(payload)).id, now })
    const isOpenAfter = async (days: number) =>
      (await memberOfSession({ payload, token, now: later(days) })) !== null

    for (let days = 20; days < 180; days += 20) expect(await isOpenAfter(days)).toBe(true)
    expect(await isOpenAfter(179.9)).toBe(true)
    expect(await isOpenAfter(180)).toBe(false)
  })

  it('takes the place of the one the same browser had', async () => {
    const { payload } = test
    const memberId = (await aMember(payload)).id
    const before = await startSession({ payload, memberId, now })
    const elsewhere = await startSession({ payload, memberId, now })
    const after = await startSession({ payload, memberId, inPlaceOf: before.token, now })

    const open = [before, elsewhere, after].map(({ token }) =>
      memberOfSession({ payload, token, now }),
    )
    expect((await Promise.all(open)).map((member) => member?.id)).toEqual([
      undefined,
      memberId,
      memberId,
    ])
  })

  it('ends alone when a browser signs out, and with the others when all are to end', async () => {
    const { payload } = test
    const memberId = (await aMember(payload)).id
    const [first, second, third] = await Promise.all(
      [1, 2, 3].map(() => startSession({ payload, memberId, now })),
    )

    await endSession({ payload, token: first!.token })
    expect(await memberOfSession({ payload, token: first!.token, now })).toBeNull()
    expect(await memberOfSession({ payload, token: second!.token, now })).not.toBeNull()

    await endAllSessions({ payload, memberId })
    expect(await memberOfSession({ payload, token: second!.token, now })).toBeNull()
    expect(await memberOfSession({ payload, token: third!.token, now })).toBeNull()
  })
})

describe('a member’s own details', () => {
  it('are changed tidied, and nothing else of the row is', async () => {
    const { payload } = test
    const member = await aMember(payload)

    const answer = await changeDetails({
      payload,
      memberId: member.id,
      details: { name: '  Ana\r\nLlŷr ', jobTitle: 'Policy  lead' },
    })
    const after = await payload.findByID({
      collection: 'members',
      id: member.id,
      overrideAccess: true,
      depth: 0,
    })

    expect(answer).toMatchObject({ kind: 'saved' })
    expect(after).toMatchObject({
      name: 'Ana Llŷr',
      jobTitle: 'Policy lead',
      email: member.email,
    })
  })

  it('stay as they were while something must be mended', async () => {
    const { payload } = test
    const { id } = await aMember(payload)
    const change = (name: string, jobTitle: string) =>
      changeDetails({ payload, memberId: id, details: { name, jobTitle } })

    expect(await change(' ', '')).toHaveProperty('faults.name')
    expect(await change('Ana', 'x'.repeat(121))).toHaveProperty('faults.jobTitle')
    expect(
      await payload.findByID({ collection: 'members', id, overrideAccess: true }),
    ).toMatchObject({ name: 'A member' })
  })
})

async function cookieOfStaff(account: { email: string; password: string }): Promise<string> {
  const { payload } = test
  const { token } = await loginOperation({
    collection: payload.collections.staff,
    data: account,
    req: await createLocalReq({}, payload),
  })
  return `signpost-token=${token ?? ''}`
}

describe('who is reading', () => {
  const cookieOf = (token: string) => ({ cookie: `signpost-member=${token}` })

  it('is a visitor without a cookie, or with a wrong one', async () => {
    expect(await viewerWith({})).toEqual({ kind: 'visitor' })
    expect(await viewerWith(cookieOf('made-up'))).toEqual({ kind: 'visitor' })
  })

  it('is a member who keeps the session through a lapse, reads teasers meanwhile, and all of it after renewal', async () => {
    const { payload } = test
    const member = await aMember(payload)
    const { token } = await startSession({ payload, memberId: member.id, now })
    const organisation = typeof member.organisation === 'object' ? member.organisation.id : ''
    await payload.create({
      collection: 'briefings',
      overrideAccess: true,
      data: {
        title: 'A briefing for the lapse test',
        summary: 'Open to all.',
        type: 'briefing',
        keyPoints: [{ text: 'For members.' }],
        publishedAt: '2026-11-01T00:00:00.000Z',
        _status: 'published',
      },
    })
    const setEnd = (membershipTo: string) =>
      payload.update({
        collection: 'organisations',
        id: organisation,
        overrideAccess: true,
        data: { membershipTo },
      })
    const read = async (viewer: Viewer) => {
      const { docs } = await payload.find({
        collection: 'briefings',
        overrideAccess: false,
        user: payloadUserOf(viewer),
        context: { now },
      })
      return JSON.stringify(docs)
    }

    const active = await viewerWith(cookieOf(token))
    expect(active).toMatchObject({ kind: 'member', isActive: true })
    expect(await read(active)).toContain('For members.')

    await setEnd('2026-11-01')
    const lapsed = await viewerWith(cookieOf(token))
    expect(lapsed).toMatchObject({ kind: 'member', isActive: false })
    expect(await read(lapsed)).toContain('Open to all.')
    expect(await read(lapsed)).not.toContain('For members.')

    await setEnd('2027-11-01')
    expect(await read(await viewerWith(cookieOf(token)))).toContain('For members.')
  })

  it('is staff when both are signed in, also on a visit that began in webmail', async () => {
    const { payload, settings } = test
    const account = { email: 'officer@signpost.example', password: 'a long enough password' }
    await payload.create({
      collection: 'staff',
      overrideAccess: true,
      data: { ...account, name: 'An officer', role: 'officer' },
    })
    const staffCookie = await cookieOfStaff(account)
    const { token } = await startSession({ payload, memberId: (await aMember(payload)).id, now })
    const cookie = `${staffCookie}; signpost-member=${token}`
    const fromWebmail = {
      cookie,
      'sec-fetch-site': 'cross-site',
      'sec-fetch-mode': 'navigate',
      'sec-fetch-dest': 'document',
    }

    expect(await viewerWith({ cookie })).toMatchObject({ kind: 'staff' })
    expect(await viewerWith(fromWebmail)).toMatchObject({ kind: 'staff' })
    expect(await viewerWith({ ...fromWebmail, origin: settings.siteUrl })).toMatchObject({
      kind: 'staff',
    })
    expect(await viewerWith({ ...fromWebmail, origin: 'https://elsewhere.example' })).toMatchObject(
      { kind: 'member' },
    )
  })
})
