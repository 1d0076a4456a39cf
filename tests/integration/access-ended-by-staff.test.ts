import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Viewer } from '@/access/viewer'
import { visitor } from '@/access/viewer'
import { answerMemberAccess } from '@/app/member-access'
import { memberOfSession, startSession } from '@/members/sessions'
import type { Organisation, Staff } from '@/payload-types'
import { openOrganisationStage, type OrganisationStage } from '../support/organisation-stage'

const now = new Date()
const administrator = { id: 'an-administrator', role: 'administrator', name: 'Gwen' } as Staff

let stage: OrganisationStage
let council: Organisation
beforeAll(async () => {
  stage = await openOrganisationStage()
  council = await stage.organisation({ seats: 2 })
})
afterAll(() => stage.close())

function asked(
  words: object,
  viewer: Viewer = { kind: 'staff', staff: administrator },
  origin = stage.settings.siteUrl,
): Promise<Response> {
  const { siteUrl } = stage.settings
  const request = new Request(`${siteUrl}/api/member-access`, {
    method: 'POST',
    headers: { Origin: origin },
    body: JSON.stringify(words),
  })
  const { payload } = stage
  return answerMemberAccess(request, {
    payload,
    viewer,
    siteUrl,
    afterAnswer: () => undefined,
    now,
  })
}

async function endsOf(id: string): Promise<unknown[]> {
  const { docs } = await stage.payload.find({
    collection: 'audit-events',
    overrideAccess: true,
    pagination: false,
    where: { and: [{ onId: { equals: id } }, { act: { equals: 'member-left' } }] },
  })
  return docs.map(({ byName, details }) => [byName, details])
}

describe('the access of a member, at the desk', () => {
  it('ends at once, a manager’s too, gives the seat to who waits, and is on record', async () => {
    const { payload } = stage
    const { id } = await stage.member(council, 'manager', { isManager: true })
    await stage.member(council, 'second')
    const { token } = await startSession({ payload, memberId: id, now })
    const waiting = `waits@${council.domains![0]!}`
    await stage.confirm(await stage.ask(waiting, now), now)

    for (let times = 0; times < 2; times += 1) {
      const answer = await asked({ act: 'end', id })
      expect([answer.status, await answer.json()]).toEqual([200, { done: 'ended' }])
    }

    expect(await memberOfSession({ payload, token, now })).toBeNull()
    expect(await stage.memberNow(id)).toMatchObject({
      leftBecause: 'ended-by-staff',
      isManager: false,
    })
    expect((await stage.membersOf(council)).map(({ email }) => email)).toContain(waiting)
    expect(await endsOf(id)).toEqual([['Gwen', 'ended-by-staff']])

    const full = await asked({ act: 'give-back', id })
    expect([full.status, await full.text()]).toEqual([
      400,
      expect.stringContaining('No seat of the organisation is free.'),
    ])
  })

  it('is given back with all that was theirs, and not by joining again', async () => {
    const charity = await stage.organisation()
    const { id, email } = await stage.member(charity, 'comes-back')
    await asked({ act: 'end', id })
    expect(await stage.confirm(await stage.ask(email, now), now)).toEqual({ kind: 'waiting' })
    expect(await stage.membersOf(charity)).toEqual([])

    for (let times = 0; times < 2; times += 1) {
      expect((await asked({ act: 'give-back', id })).status).toBe(200)
    }
    expect((await stage.membersOf(charity)).map((member) => member.id)).toEqual([id])
  })

  it('is for administrators alone, from the desk alone, and for members there are', async () => {
    const { id } = await stage.member(await stage.organisation(), 'stays')
    const editor = { kind: 'staff', staff: { ...administrator, role: 'editor' } } as Viewer
    const answers = [
      await asked({ act: 'end', id }, visitor),
      await asked({ act: 'end', id }, editor),
      await asked({ act: 'end', id }, undefined, 'https://elsewhere.example'),
      await asked({ act: 'end', id: 'nobody' }),
      await asked({ act: 'erase', id }),
    ]
    expect(answers.map(({ status }) => status)).toEqual([404, 403, 404, 404, 400])
    expect((await stage.memberNow(id)).leftAt ?? null).toBeNull()
  })
})
