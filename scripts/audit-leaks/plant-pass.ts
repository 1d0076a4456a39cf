import { randomBytes } from 'node:crypto'
import type { Payload } from 'payload'
import { passCookieName } from '@/members/colleague/pass-cookie'
import { hashOfToken } from '@/members/sessions'
import type { Planter } from './planter'

const LATER = '2099-01-01T00:00:00.000Z'
const HOLDER = 'pass-holder'

/** A member who may send briefings, under a name. @returns their row, and the ending of their colleagues' addresses. */
export async function plantSender(planter: Planter, name: string) {
  const domain = `${planter.word('organisations.domains')}.example.org`
  const organisation = await planter.plant('organisations', {
    values: {
      membershipFrom: '2020-01-01T00:00:00.000Z',
      membershipTo: LATER,
      graceDays: 0,
      seats: null,
      domains: [domain],
    },
  })
  const sender = await planter.plant('members', {
    values: {
      name,
      email: planter.address('members.email'),
      organisation: organisation.id,
      isManager: false,
      seat: undefined,
      leftAt: null,
      leftBecause: null,
      addressConfirmedAt: new Date().toISOString(),
    },
  })
  return { sender: sender.id, domain }
}

/**
 * A member who sent the briefing `lent` to a colleague, and the pass that this colleague's browser holds. Of the sender
 * the colleague may meet the name, and nothing else.
 *
 * @returns the cookie of that browser
 */
export async function plantPass(payload: Payload, planter: Planter, lent: string): Promise<string> {
  const name = planter.word('members.name of the sender', { owner: HOLDER })
  const token = randomBytes(32).toString('base64url')
  const tokenHash = hashOfToken(token)
  planter.secret('colleague-passes.tokenHash', tokenHash)
  await planter.plantBeneath('colleague-passes', {
    values: {
      briefingId: lent,
      ...(await plantSender(planter, name)),
      usedAt: new Date().toISOString(),
      endsAt: LATER,
      tokenHash,
    },
  })
  return `${passCookieName(true)}=${token}`
}
