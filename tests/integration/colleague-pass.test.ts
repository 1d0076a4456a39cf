import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { attemptsInDatabase } from '@/app/attempts-in-database'
import { eraseAccount } from '@/members/erase-account'
import { pressPass, readPass } from '@/members/colleague/press-pass'
import { countSend, sendLimits } from '@/members/colleague/send-limits'
import { type ColleagueStage, MARK, openColleagueStage } from '../support/colleague-stage'
import { rowsNaming } from '../support/whole-account'

const now = new Date('2026-11-26T12:00:00Z')
const DAY = 24 * 60 * 60 * 1000
const inDays = (days: number) => new Date(now.getTime() + days * DAY)

let stage: ColleagueStage
beforeAll(async () => {
  stage = await openColleagueStage(now)
})
afterAll(() => stage.close())

describe('a briefing sent to a colleague', () => {
  it('comes by a mail with its title, its summary and a link, and nothing of its text', async () => {
    const { send, colleague, member } = await stage.sender()
    expect(await send(` ${colleague.toUpperCase()} `)).toEqual({ kind: 'sent' })
    await stage.deliver(now)
    await stage.deliver(now)

    const [mail, ...more] = stage.mailsTo(colleague)
    expect(more).toEqual([])
    expect(mail!.parsed.subject).toBe(`${member.name} sends you a briefing: Rents`)
    expect(mail!.parsed.text).toContain('What Rents are about.')
    expect(mail!.raw + mail!.parsed.text! + String(mail!.parsed.html)).not.toContain(MARK)
  })

  it('is mailed once, however often the form is sent', async () => {
    const { send, colleague } = await stage.sender()
    await Promise.all([send(colleague), send(colleague), send(colleague)])
    await send(colleague, inDays(1))
    await stage.deliver(inDays(1))

    expect(stage.mailsTo(colleague)).toHaveLength(1)
  })

  it('answers the sender alike for a colleague, a member, a stranger and somebody who wants no mail', async () => {
    const { send, council } = await stage.sender()
    const known = await stage.member(council, 'known')
    const elsewhere = await stage.member(await stage.organisation(), 'elsewhere')
    const erased = await stage.member(council, 'erased')
    await eraseAccount({ payload: stage.payload, member: erased })
    const to = [known.email, elsewhere.email, 'who@nowhere.example', erased.email]
    const answers = await Promise.all(to.map((email) => send(email)))
    await stage.deliver(now)

    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    for (const email of to.slice(0, 3)) {
      expect(stage.mailsTo(email)[0]?.parsed.text).toContain('/briefings/rents')
      expect(stage.linkTo(email, '/colleague')).toBe('')
    }
    expect(stage.mailsTo(erased.email)).toEqual([])
  })

  it('goes nowhere from a member whose membership has ended, to oneself, or to no address', async () => {
    const { send, colleague } = await stage.sender({ membershipTo: '2026-01-31' })
    const running = await stage.sender()

    expect(await send(colleague)).toMatchObject({ kind: 'faulty' })
    expect(await running.send(running.member.email)).toMatchObject({ kind: 'faulty' })
    expect(await running.send('nobody')).toMatchObject({ kind: 'faulty' })
  })

  it('is counted in the database, and an address that has had five says so to nobody', async () => {
    const limits = sendLimits(attemptsInDatabase(() => Promise.resolve(stage.payload)))
    const send = (memberId: string, email: string) => countSend(limits, { memberId, email, now })
    const kinds: string[] = []
    for (let n = 0; n < 7; n += 1) kinds.push((await send(`member-${n}`, 'one@x.example')).kind)
    expect(kinds).toEqual([...Array<string>(5).fill('allowed'), 'silently-not', 'silently-not'])

    for (let n = 0; n < 20; n += 1) await send('eager', `to-${n}@x.example`)
    expect(await send('eager', 'one-more@x.example')).toMatchObject({ kind: 'wait' })
  })
})

describe('the link of a colleague’s mail', () => {
  it('is not used up by looking, and once by pressing, however many press', async () => {
    const { send, colleague } = await stage.sender()
    await send(colleague)
    await stage.deliver(now)
    const token = stage.linkTo(colleague, '/colleague')
    const by = { payload: stage.payload, token, now }
    for (let looks = 0; looks < 3; looks += 1) {
      expect(await readPass(by)).toMatchObject({ kind: 'open', sender: 'Ana' })
    }
    const answers = await Promise.all(Array.from({ length: 5 }, () => pressPass(by)))

    expect(answers.filter(({ kind }) => kind === 'opened')).toHaveLength(1)
    expect(await pressPass(by)).toEqual({ kind: 'nothing-done' })
    expect(await readPass(by)).toMatchObject({ kind: 'used' })
  })

  it('runs out after seven days, and a made-up one is unknown', async () => {
    const { send, colleague } = await stage.sender()
    await send(colleague)
    await stage.deliver(now)
    const token = stage.linkTo(colleague, '/colleague')
    const later = { payload: stage.payload, token, now: inDays(8) }

    expect(await readPass(later)).toEqual({ kind: 'expired' })
    expect(await pressPass(later)).toEqual({ kind: 'nothing-done' })
    expect(await readPass({ ...later, token: `${token}x` })).toEqual({ kind: 'unknown' })
  })

  it('leaves no token in the database', async () => {
    const { browserToken, by } = await stage.lent()
    expect(browserToken).toMatch(/^[\w-]{43}$/)
    expect(await rowsNaming(stage.payload, [browserToken, by.token])).toEqual([])
  })
})
