import { createHash, randomBytes } from 'node:crypto'
import type { Payload } from 'payload'
import { sessionCookieName } from '@/members/session-cookie'
import { startSession } from '@/members/sessions'
import type { PersonaName } from './personas'
import type { Planter } from './planter'

type Member = Extract<PersonaName, 'lapsed' | 'other-member' | 'member'>

async function plantMember(
  { payload, planter, liveBriefing }: PlantPeople,
  owner: Member,
): Promise<{ cookie: string; address: string; id: string; subscription: string }> {
  const organisation = await planter.plant('organisations', {
    owner,
    values: {
      membershipFrom: '2020-01-01T00:00:00.000Z',
      membershipTo: owner === 'lapsed' ? '2022-12-31T00:00:00.000Z' : '2099-12-31T00:00:00.000Z',
      graceDays: 0,
      seats: null,
      domains: [`${planter.word('organisations.domains', { owner })}.example.org`],
    },
  })
  const address = planter.address('members.email', { owner })
  const member = await planter.plant('members', {
    owner,
    values: {
      email: address,
      organisation: organisation.id,
      isManager: true,
      seat: undefined,
      leftAt: null,
      leftBecause: null,
      addressConfirmedAt: new Date().toISOString(),
    },
  })
  const memberId = member.id
  const subscription = await planter.plant('subscriptions', {
    owner,
    values: { member: memberId, status: 'active', pausedUntil: null, lastOkAt: null, topics: [] },
  })
  await planter.plant('saved-searches', { owner, values: { memberId, parameters: 'q=housing' } })
  const record = { owner, values: { memberId, briefingId: liveBriefing } }
  await planter.plant('reading-list', record)
  await planter.plant('reading-history', record)
  const { token } = await startSession({ payload, memberId, now: new Date() })
  const hash = createHash('sha256').update(token).digest('hex')
  planter.secret('member-sessions.tokenHash', hash)
  return {
    cookie: `${sessionCookieName(true)}=${token}`,
    address,
    id: memberId,
    subscription: subscription.id,
  }
}

async function plantStaff({ planter }: PlantPeople, role: 'officer' | 'administrator') {
  const email = planter.address('staff.email')
  const password = randomBytes(18).toString('base64url')
  await planter.plant('staff', { values: { email, password, role, secondFactor: {} } })
  return { email, password }
}

type PlantPeople = {
  readonly payload: Payload
  readonly planter: Planter
  /** A published briefing, for members’ lists. */
  readonly liveBriefing: string
}

/** A member of each kind with everything the service keeps of them, and two of the staff who sign in. */
export async function plantPeople(args: PlantPeople) {
  const lapsed = await plantMember(args, 'lapsed')
  const other = await plantMember(args, 'other-member')
  const member = await plantMember(args, 'member')
  return {
    memberAddress: member.address,
    lapsed: { id: lapsed.id, subscription: lapsed.subscription },
    memberCookies: { lapsed: lapsed.cookie, 'other-member': other.cookie, member: member.cookie },
    staff: {
      officer: await plantStaff(args, 'officer'),
      administrator: await plantStaff(args, 'administrator'),
    },
  }
}
