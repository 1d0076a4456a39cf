import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { theService } from '@/access/record/audit-entry'
import { askToJoin } from '@/members/joining/ask-to-join'
import { readJoin } from '@/members/joining/confirm-join'
import { seatTheWaiting } from '@/members/joining/seat-the-waiting'
import { takeSeat } from '@/members/take-seat'
import { openOrganisationStage, type OrganisationStage } from '../support/organisation-stage'

const now = new Date('2026-11-26T12:00:00Z')
const DAY = 24 * 60 * 60 * 1000
const inDays = (days: number) => new Date(now.getTime() + days * DAY)

let stage: OrganisationStage
beforeAll(async () => {
  stage = await openOrganisationStage()
})
afterAll(() => stage.close())

describe('joining by an address of one’s organisation', () => {
  it('takes a mail to that address and a press of its button', async () => {
    const council = await stage.organisation({ seats: 5 })
    const email = `ana@${council.domains![0]!}`
    const token = await stage.ask(`  ${email.toUpperCase()} `, now, 'Ana')

    expect(await stage.membersOf(council)).toEqual([])
    for (let looks = 0; looks < 3; looks += 1) {
      expect(await readJoin({ payload: stage.payload, token, now })).toMatchObject({ kind: 'open' })
    }
    expect(await stage.membersOf(council)).toEqual([])

    const answer = await stage.confirm(token, now)
    const [member] = await stage.membersOf(council)
    expect(answer).toEqual({ kind: 'joined', memberId: member!.id })
    expect(member).toMatchObject({ email, name: 'Ana', addressConfirmedAt: now.toISOString() })
    expect(stage.mailsTo(email)).toHaveLength(1)
  })

  it('lets the link sign nobody in once it was pressed', async () => {
    const council = await stage.organisation()
    const token = await stage.ask(`ben@${council.domains![0]!}`, now)
    const answers = await Promise.all(Array.from({ length: 10 }, () => stage.confirm(token, now)))

    expect(answers.filter(({ kind }) => kind === 'joined')).toHaveLength(1)
    expect(await stage.confirm(token, now)).toEqual({ kind: 'nothing-done' })
    expect(await stage.membersOf(council)).toHaveLength(1)
  })

  it('answers alike whatever the address is, and keeps nothing of strangers', async () => {
    const council = await stage.organisation()
    const known = await stage.member(council, 'known')
    const answers = await Promise.all(
      [known.email, `new@${council.domains![0]!}`, 'somebody@nowhere.example'].map((email) =>
        askToJoin({ payload: stage.payload, words: { name: 'Somebody', email }, now }),
      ),
    )
    expect(answers).toEqual([{ kind: 'asked' }, { kind: 'asked' }, { kind: 'asked' }])

    await stage.ask('somebody@nowhere.example', now)
    expect(stage.mailsTo('somebody@nowhere.example')).toEqual([])
    expect(await stage.requestsOf('somebody@nowhere.example')).toEqual([])
    expect(stage.mailsTo(known.email).at(-1)?.parsed.subject).toBe(
      'You have a Signpost account already',
    )
  })

  it('is for the very domain, and while the membership runs', async () => {
    const council = await stage.organisation()
    const ended = await stage.organisation({ membershipTo: '2026-01-31' })
    const wrong = [
      `eve@sub.${council.domains![0]!}`,
      `eve@not${council.domains![0]!}`,
      `eve@${ended.domains![0]!}`,
    ]
    for (const email of wrong) expect(await stage.ask(email, now), email).toBe('')

    const token = await stage.ask(`fay@${council.domains![0]!}`, now)
    expect(await stage.confirm(token, inDays(8))).toEqual({ kind: 'nothing-done' })
    expect(await readJoin({ payload: stage.payload, token, now: inDays(8) })).toEqual({
      kind: 'expired',
    })
    for (let at = 0; at < token.length; at += 1) {
      const other = token[at] === 'A' ? 'B' : 'A'
      const forged = token.slice(0, at) + other + token.slice(at + 1)
      expect(await readJoin({ payload: stage.payload, token: forged, now })).toEqual({
        kind: 'unknown',
      })
    }
    expect(await stage.membersOf(council)).toEqual([])
  })
})

describe('seats', () => {
  it('are never one too many, when 20 join at once', async () => {
    for (const seats of [1, 7, 19, 20]) {
      const council = await stage.organisation({ seats })
      const people = Array.from({ length: 20 }, (_, n) => `p${n}@${council.domains![0]!}`)
      const tokens: string[] = []
      for (const email of people) tokens.push(await stage.ask(email, now))
      const answers = await Promise.all(tokens.map((token) => stage.confirm(token, now)))

      const members = await stage.membersOf(council)
      expect(members).toHaveLength(seats)
      expect(new Set(members.map(({ seat }) => seat)).size).toBe(seats)
      const seated = new Set(members.map(({ email }) => email))
      for (const [n, { kind }] of answers.entries()) {
        expect(kind).toBe(seated.has(people[n]!) ? 'joined' : 'waiting')
      }
    }
  })

  it('are never one too many beside members from before there were numbers', async () => {
    const council = await stage.organisation({ seats: 5 })
    for (let n = 0; n < 3; n += 1) {
      await stage.payload.db.create({
        collection: 'members',
        data: { name: 'Old', email: `old${n}@${council.domains![0]!}`, organisation: council.id },
      })
    }
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        takeSeat({
          payload: stage.payload,
          organisationId: council.id,
          person: { name: 'New', email: `new${n}@${council.domains![0]!}` },
          by: theService,
          now,
        }),
      ),
    )

    expect(answers.filter(({ kind }) => kind === 'seated')).toHaveLength(2)
    expect(await stage.membersOf(council)).toHaveLength(5)
  })

  it('that are fewer than before let nobody in, and put nobody out', async () => {
    const council = await stage.organisation()
    for (const name of ['one', 'two', 'three', 'four']) await stage.member(council, name)
    await stage.payload.update({
      collection: 'organisations',
      id: council.id,
      overrideAccess: true,
      data: { seats: 4 },
    })

    await expect(stage.member(council, 'five')).rejects.toThrow('All 4 seats are taken.')
    expect(await stage.membersOf(council)).toHaveLength(4)
  })

  it('that are taken make a person wait, told to the manager once, and seated when one is free', async () => {
    const council = await stage.organisation({ seats: 2 })
    const domain = council.domains![0]!
    const manager = await stage.member(council, 'manager', { isManager: true })
    const leaver = await stage.member(council, 'leaver')
    const first = await stage.ask(`first@${domain}`, now, 'First')
    const second = await stage.ask(`second@${domain}`, now, 'Second')

    expect(await stage.confirm(first, now)).toEqual({ kind: 'waiting' })
    expect(await stage.confirm(second, inDays(1))).toEqual({ kind: 'waiting' })
    for (let looks = 0; looks < 3; looks += 1) {
      await seatTheWaiting(stage.payload, inDays(1))
      await stage.deliver(inDays(1))
    }
    expect(stage.mailsTo(manager.email).map(({ parsed }) => parsed.subject)).toEqual([
      'First is waiting for a seat at Signpost',
      'Second is waiting for a seat at Signpost',
    ])

    await stage.payload.delete({ collection: 'members', id: leaver.id, overrideAccess: true })
    await seatTheWaiting(stage.payload, inDays(2))
    await stage.deliver(inDays(2))
    const names = (await stage.membersOf(council)).map(({ name }) => name)
    expect(names).toEqual(['First', 'manager'])
    expect(stage.mailsTo(`first@${domain}`).at(-1)?.parsed.subject).toBe(
      'There is a seat for you at Signpost',
    )
    expect(stage.mailsTo(`second@${domain}`)).toHaveLength(1)
  })

  it('go to whoever confirmed, although the process died before seating them', async () => {
    const council = await stage.organisation({ seats: 3 })
    const email = `torn@${council.domains![0]!}`
    await stage.ask(email, now, 'Torn')
    const [request] = await stage.requestsOf(email)
    await stage.payload.update({
      collection: 'join-requests',
      id: request!.id,
      overrideAccess: true,
      data: { state: 'waiting', confirmedAt: now.toISOString() },
    })

    await seatTheWaiting(stage.payload, now)

    expect((await stage.membersOf(council)).map(({ name }) => name)).toEqual(['Torn'])
  })
})
