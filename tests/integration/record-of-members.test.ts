import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerMakeOrganisation } from '@/app/make-organisation'
import { askToChangeAddress, confirmChange } from '@/members/address/change-address'
import { askForAddresses, confirmAddress } from '@/members/address/confirm-yearly'
import { memberWith } from '@/members/member-with'
import { importList } from '@/members/organisation/import-list'
import type { AuditEvent, Staff } from '@/payload-types'
import { openOrganisationStage, type OrganisationStage } from '../support/organisation-stage'

const DAY = 24 * 60 * 60 * 1000
const now = new Date()
const inDays = (days: number) => new Date(now.getTime() + days * DAY)

let stage: OrganisationStage
beforeAll(async () => {
  stage = await openOrganisationStage()
})
afterAll(() => stage.close())

async function recordOf(onId: string): Promise<AuditEvent[]> {
  const { docs } = await stage.payload.find({
    collection: 'audit-events',
    overrideAccess: true,
    pagination: false,
    sort: 'at',
    where: { onId: { equals: onId } },
  })
  return docs
}

const acts = (events: readonly AuditEvent[]) => events.map(({ act, byId }) => [act, byId ?? null])

const administrator = { id: 'an-administrator', role: 'administrator', name: 'Gwen' } as Staff

describe('the record tells administrators', () => {
  it('which manager brought a member by a list', async () => {
    const council = await stage.organisation()
    const manager = await stage.member(council, 'manager', { isManager: true })
    const email = `listed@${council.domains![0]!}`
    await importList({
      payload: stage.payload,
      manager: await stage.memberNow(manager.id),
      now,
      text: `email,name\n${email},Listed\n`,
      isDryRun: false,
      isInviting: false,
    })
    const listed = await memberWith(stage.payload, email)

    expect(acts(await recordOf(listed!.id))).toEqual([['member-made', manager.id]])
  })

  it('which administrator made an organisation of an enquiry, and its first manager', async () => {
    const email = 'first@asked.example'
    const { id } = await stage.payload.create({
      collection: 'enquiries',
      overrideAccess: true,
      data: { kind: 'join', state: 'new', name: 'First', email, organisationName: 'Asked' },
    })
    const { siteUrl } = stage.settings
    const wish = {
      kind: 'charity',
      from: '2026-01-01',
      to: '2027-01-01',
      seats: null,
      colleaguesJoin: false,
    }
    const request = new Request(`${siteUrl}/api/enquiry-organisation`, {
      method: 'POST',
      headers: { Origin: siteUrl, 'Sec-Fetch-Site': 'same-origin' },
      body: JSON.stringify({ id, ...wish }),
    })
    const answer = await answerMakeOrganisation(request, {
      payload: stage.payload,
      viewer: { kind: 'staff', staff: administrator },
      siteUrl,
      afterAnswer: () => undefined,
      now,
    })
    const { organisation } = (await answer.json()) as { organisation: string }
    const first = await memberWith(stage.payload, email)
    const told = [...(await recordOf(organisation)), ...(await recordOf(first!.id))]

    expect(told.map(({ act, byId, byName }) => [act, byId, byName])).toEqual([
      ['organisation-made', administrator.id, 'Gwen'],
      ['member-made', administrator.id, 'Gwen'],
    ])
  })

  it('that a member moved to another address, once, and neither of the two', async () => {
    const council = await stage.organisation()
    const { id } = await stage.member(council, 'mover')
    const email = `moved@${council.domains![0]!}`
    const member = await stage.memberNow(id)
    await askToChangeAddress({ payload: stage.payload, member, email, now })
    await stage.deliver(now)
    for (const side of ['old', 'new', 'new'] as const) {
      const to = side === 'old' ? member.email : email
      const token = stage.linkTo(to, `/account/address/${side}`)
      await confirmChange({ payload: stage.payload, side, token, now })
    }
    expect((await stage.memberNow(id)).email).toBe(email)
    await stage.payload.update({
      collection: 'members',
      id,
      overrideAccess: true,
      data: { email: `again@${council.domains![0]!}` },
      context: { actor: { kind: 'staff', id: administrator.id, name: 'Gwen' } },
    })
    const told = await recordOf(id)

    expect(acts(told).sort()).toEqual([
      ['address-changed', id],
      ['address-changed', administrator.id],
      ['member-made', null],
    ])
    expect(JSON.stringify(told)).not.toMatch(/@|mover|moved|again/)
  })

  it('that a member came back by their own word', async () => {
    const council = await stage.organisation()
    const { id, email } = await stage.member(council, 'silent')
    for (const days of [340, 371]) {
      await askForAddresses(stage.payload, inDays(days))
      await stage.deliver(inDays(days))
    }
    const token = stage.linkTo(email, '/account/confirm')
    await confirmAddress({ payload: stage.payload, token, now: inDays(372) })

    expect(acts(await recordOf(id)).sort()).toEqual([
      ['member-left', null],
      ['member-made', null],
      ['membership-changed', id],
    ])
  })
})
