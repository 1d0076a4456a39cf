import { randomBytes, randomUUID } from 'node:crypto'
import type { Payload } from 'payload'
import type { Planter } from './planter'

const PAST = '2024-01-02T09:00:00.000Z'
const LATER = '2099-01-01T00:00:00.000Z'

type Secrets = { readonly id: string; readonly hash?: string; readonly salt?: string }

function hexOf(text = ''): string {
  const hex = /[0-9a-f]{64}/.exec(text)?.[0]
  if (hex === undefined) throw new Error('An account keeps no hash of its password.')
  return hex
}

/**
 * One of the staff who signs in nowhere during the audit, with everything an account holds that is nobody’s to see: a
 * password, a session, and a token of somebody who forgot their password.
 */
export async function plantColleague(payload: Payload, planter: Planter) {
  const row = await planter.plant('staff', {
    values: { email: planter.address('staff.email'), password: randomBytes(18).toString('hex') },
  })
  const resetPasswordToken = randomBytes(20).toString('hex')
  const session = randomUUID()
  const kept = await payload.db.findOne<Secrets>({
    collection: 'staff',
    where: { id: { equals: row.id } },
  })
  await payload.db.updateOne({
    collection: 'staff',
    id: row.id,
    data: {
      ...kept,
      resetPasswordToken,
      resetPasswordExpiration: LATER,
      sessions: [{ id: session, createdAt: PAST, expiresAt: LATER }],
    },
  })
  planter.secret('staff.resetPasswordToken', resetPasswordToken)
  planter.secret('staff.sessions.id', session)
  planter.secret('staff.hash', hexOf(kept?.hash))
  planter.secret('staff.salt', hexOf(kept?.salt))
  return row
}
