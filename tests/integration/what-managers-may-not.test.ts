import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { attemptsInDatabase } from '@/app/attempts-in-database'
import { addressHash } from '@/lib/address-hash'
import { eraseAccount } from '@/members/erase-account'
import { askToJoin } from '@/members/joining/ask-to-join'
import { importList } from '@/members/organisation/import-list'
import { inviteLimits } from '@/members/organisation/invite-limits'
import {
  inviteColleague,
  putColleagueBack,
  removeColleague,
} from '@/members/organisation/manage-members'
import type { Organisation } from '@/payload-types'
import { openOrganisationStage, type OrganisationStage } from '../support/organisation-stage'

const now = new Date('2026-11-26T12:00:00Z')
const inHours = (hours: number) => new Date(now.getTime() + hours * 60 * 60 * 1000)

let stage: OrganisationStage
beforeAll(async () => {
  stage = await openOrganisationStage()
})
afterAll(() => stage.close())

let managers = 0
async function managed(wish: Partial<Organisation> = {}) {
  managers += 1
  const council = await stage.organisation(wish)
  const { id } = await stage.member(council, `manager${managers}`, { isManager: true })
  return { council, by: { payload: stage.payload, manager: await stage.memberNow(id), now } }
}

type By = Awaited<ReturnType<typeof managed>>['by']

const bring = (by: By, rows: readonly string[], isDryRun = false) =>
  importList({
    ...by,
    text: ['email,name', ...rows].join('\n'),
    isDryRun,
    isInviting: true,
  })

async function erased(): Promise<string> {
  const gone = await stage.organisation({ domains: [] })
  const member = await stage.member(gone, `gone${Date.now()}`)
  await eraseAccount({ payload: stage.payload, member })
  return member.email
}

describe('a manager', () => {
  it('cannot tell a member of another organisation from somebody who erased their account', async () => {
    const elsewhere = await stage.member(await stage.organisation(), 'elsewhere')
    const { by, council } = await managed({ domains: [] })
    const emails = [elsewhere.email, await erased()]

    for (const isDryRun of [true, false]) {
      const answer = await bring(by, [...emails.map((email) => `${email},X`)], isDryRun)
      expect(answer).toMatchObject({
        report: {
          created: 0,
          faults: [2, 3].map((line) => ({
            line,
            field: 'email',
            message: 'cannot be added here: please write to us',
          })),
        },
      })
    }
    for (const email of emails) {
      expect(await inviteColleague({ ...by, words: { name: 'X', email } })).toEqual({
        kind: 'faulty',
        faults: { email: 'This address cannot be added here: please write to us.' },
      })
    }
    await stage.deliver(now)
    expect(emails.flatMap(stage.mailsTo)).toEqual([])
    expect(await stage.membersOf(council)).toHaveLength(1)
  })

  it('learns of a foreign address only that it is foreign, whosever it is', async () => {
    const elsewhere = await stage.member(await stage.organisation(), 'foreign')
    const { by, council } = await managed()
    const message = `does not end in ${council.domains![0]!}`

    expect(
      await bring(by, [`${elsewhere.email},X`, 'nobody@nowhere.example,Y'], true),
    ).toMatchObject({ report: { faults: [{ message }, { message }] } })
  })

  it('renames no fellow manager by a list', async () => {
    const { by, council } = await managed()
    const fellow = await stage.member(council, 'fellow', { isManager: true })

    expect(await bring(by, [`${fellow.email},Renamed`])).toMatchObject({
      report: {
        updated: 0,
        faults: [{ field: 'name', message: 'is a manager’s: they change it themselves' }],
      },
    })
    expect((await stage.memberNow(fellow.id)).name).toBe('fellow')
    expect(await bring(by, [`${fellow.email},fellow`])).toMatchObject({
      report: { unchanged: 1, refused: 0 },
    })
  })

  it('mails a stranger no more than twice a day, however often they are removed', async () => {
    const { by } = await managed({ domains: [] })
    const email = 'stranger@somewhere.example'
    const said: string[] = []
    for (let hour = 0; hour < 20; hour += 1) {
      const at = { ...by, now: inHours(hour) }
      const answer = await inviteColleague({ ...at, words: { name: 'Stranger', email } })
      said.push(answer.kind)
      const { docs } = await stage.payload.find({
        collection: 'members',
        overrideAccess: true,
        where: { email: { equals: email } },
      })
      await removeColleague(at, docs[0]!.id)
    }

    expect(said.filter((kind) => kind === 'invited')).toHaveLength(2)
    const late = { ...by, now: inHours(26) }
    expect(await inviteColleague({ ...late, words: { name: 'Stranger', email } })).toMatchObject({
      kind: 'invited',
    })
  })

  it('invites a hundred people a day one by one, and brings forty lists, counted in the database', async () => {
    const limits = inviteLimits(attemptsInDatabase(() => Promise.resolve(stage.payload)))
    const kinds: string[] = []
    for (let n = 0; n < 41; n += 1) kinds.push((await limits.lists('somebody', now)).kind)

    expect(kinds.filter((kind) => kind === 'allowed')).toHaveLength(40)
    expect(kinds.at(-1)).toBe('wait')
    expect(await limits.lists('somebody else', now)).toEqual({ kind: 'allowed' })
    expect(await limits.lists('somebody', inHours(24))).toEqual({ kind: 'allowed' })
    expect(await limits.invitations('somebody', now)).toEqual({ kind: 'allowed' })
  })

  it.each(['See https://evil.example', 'www.evil.example', 'ana@evil.example'])(
    'has nobody greeted as “%s”, nor does anybody join under such a name',
    async (name) => {
      const { by, council } = await managed()
      const email = `named@${council.domains![0]!}`

      expect(await inviteColleague({ ...by, words: { name, email } })).toMatchObject({
        faults: {
          name: expect.stringContaining('without an address of the web or of e-mail') as string,
        },
      })
      expect(await bring(by, [`${email},${name}`])).toMatchObject({
        report: { created: 0, faults: [{ line: 2, field: 'name' }] },
      })
      expect(
        await askToJoin({ payload: stage.payload, words: { name, email }, now }),
      ).toMatchObject({ faults: { name: expect.stringContaining('without an address') as string } })
    },
  )

  it('of an organisation whose membership has ended removes nobody and puts nobody back', async () => {
    const { by, council } = await managed()
    const worker = await stage.member(council, 'worker')
    const leaver = await stage.member(council, 'leaver')
    await removeColleague(by, leaver.id)
    await stage.payload.update({
      collection: 'organisations',
      id: council.id,
      overrideAccess: true,
      data: { membershipTo: '2026-01-31' },
    })
    const ended = { ...by, manager: await stage.memberNow(by.manager.id) }

    expect(await removeColleague(ended, worker.id)).toBe('not-running')
    expect(await putColleagueBack(ended, leaver.id)).toBe('not-running')
    expect((await stage.memberNow(worker.id)).leftAt ?? null).toBeNull()
    expect((await stage.memberNow(leaver.id)).leftAt).toBeTruthy()
  })
})

it('lets whoever erased their account join again by their own wish, which lifts the mark', async () => {
  const council = await stage.organisation()
  const member = await stage.member(council, 'back')
  await eraseAccount({ payload: stage.payload, member })
  const marks = () =>
    stage.payload.count({
      collection: 'suppressions',
      overrideAccess: true,
      where: { addressHash: { equals: addressHash(stage.payload.config.secret, member.email) } },
    })
  expect((await marks()).totalDocs).toBe(1)

  const token = await stage.ask(member.email, now, 'Back')
  expect((await marks()).totalDocs).toBe(1)
  expect(await stage.confirm(token, now)).toMatchObject({ kind: 'joined' })
  expect((await marks()).totalDocs).toBe(0)
})
