import type { Payload } from 'payload'
import type { BulletinDelivery } from '@/payload-types'
import { deliveryStoreOf } from './adapters/by-database'
import type { DeliveryState } from './delivery-store'
import { everyRow } from './every-row'

/** Mails that came to grief in one way. */
export type FailureGroup = {
  readonly state: 'failed' | 'expired'
  readonly reason: string
  /** Such as `550 5.1.1`; null where the server said nothing. */
  readonly code: string | null
  readonly count: number
  /** The mail server's own words, each once, the first few. */
  readonly words: readonly string[]
  /** The first few. */
  readonly addresses: readonly string[]
}

const MOST_SHOWN = 5

const codeOf = ({ smtpCode, enhancedCode }: BulletinDelivery): string | null =>
  [smtpCode, enhancedCode].filter(Boolean).join(' ') || null

type Growing = FailureGroup & { count: number; words: string[]; addresses: string[] }

function addTo(group: Growing, { address, reply }: BulletinDelivery): void {
  group.count += 1
  if (group.addresses.length < MOST_SHOWN) group.addresses.push(address)
  const isNews = reply && !group.words.includes(reply)
  if (isNews && group.words.length < MOST_SHOWN) group.words.push(reply)
}

const rowsIn = (payload: Payload, issueKey: string, state: DeliveryState) =>
  everyRow((after, limit) => deliveryStoreOf(payload).inState(issueKey, state, after, limit))

/** The failures of an issue by reason, the most frequent first, in the mail server's words. */
export async function failuresOf(payload: Payload, issueKey: string): Promise<FailureGroup[]> {
  const groups = new Map<string, Growing>()
  for (const state of ['failed', 'expired'] as const) {
    for await (const row of rowsIn(payload, issueKey, state)) {
      const [reason, code] = [row.reason ?? state, codeOf(row)]
      const name = JSON.stringify([state, reason, code])
      const group = groups.get(name) ?? { state, reason, code, count: 0, words: [], addresses: [] }
      addTo(group, row)
      groups.set(name, group)
    }
  }
  return [...groups.values()].sort((one, other) => other.count - one.count)
}

export type UncertainMail = Pick<BulletinDelivery, 'address' | 'memberId'> & {
  readonly reason: string
  readonly at: string | null
}

/** Everybody of whom nobody can say whether they have the issue, by name. */
export async function uncertainOf(payload: Payload, issueKey: string): Promise<UncertainMail[]> {
  const found: UncertainMail[] = []
  for await (const { address, memberId, reason, doneAt } of rowsIn(
    payload,
    issueKey,
    'uncertain',
  )) {
    found.push({ address, memberId, reason: reason ?? 'no reply came', at: doneAt ?? null })
  }
  return found
}
