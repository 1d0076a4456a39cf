import type { UIFieldServerProps } from 'payload'
import { readStaffRow } from '@/access/second-factor/second-factor-row'
import { isAdministrator } from '@/access/who'
import { toLongDate } from '@/lib/london-time'
import { SecondFactor } from './second-factor'

/** On one's own account, and for administrators on a colleague's: whether a code is asked for at sign-in. */
export async function SecondFactorPanel({ id, payload, user }: UIFieldServerProps) {
  const isOwn = id !== undefined && user.id === id
  if (id === undefined || (!isOwn && !isAdministrator(user))) return null
  const row = await readStaffRow(payload, String(id))
  const since = row?.secondFactor?.since
  return <SecondFactor id={String(id)} isOwn={isOwn} since={since ? toLongDate(since) : null} />
}
