import type { Payload, Where } from 'payload'
import { throughConflicts, writeOnce } from '@/lib/write-once'
import type { Suppression } from '@/payload-types'

const collection = 'suppressions'

export type Reason = Suppression['reason']

/** The weakest first. A stronger reason takes the place of a weaker one, never the other way about. */
const REASONS = ['erased', 'bounced', 'complained', 'staff'] as const satisfies readonly Reason[]

type Suppressing = {
  readonly addressHash: string
  readonly reason: Reason
  readonly now: Date
}

const ofAddress = (addressHash: string, reasons: readonly Reason[]): Where => ({
  and: [{ addressHash: { equals: addressHash } }, { reason: { in: [...reasons] } }],
})

/** Why an address must not be mailed, or null. */
export async function suppressionOf(payload: Payload, addressHash: string): Promise<Reason | null> {
  const found = await payload.db.findOne<Suppression>({
    collection,
    where: { addressHash: { equals: addressHash } },
  })
  return found?.reason ?? null
}

/** Keeps an address from being mailed. Safe to repeat, in any order: the strongest reason stands. */
export async function suppress(
  payload: Payload,
  { addressHash, reason, now }: Suppressing,
): Promise<void> {
  const at = now.toISOString()
  if (await writeOnce(payload, collection, { addressHash, reason, at })) return
  const weaker = REASONS.slice(0, REASONS.indexOf(reason))
  if (weaker.length === 0) return
  await throughConflicts(() =>
    payload.db.updateOne({
      collection,
      where: ofAddress(addressHash, weaker),
      data: { reason, at },
      options: { atomic: true },
    }),
  )
}

/** Lets an address be mailed again that was kept from it for one of these reasons. Safe to repeat. */
export async function liftSuppression(
  payload: Payload,
  addressHash: string,
  reasons: readonly Reason[],
): Promise<void> {
  await payload.delete({
    collection,
    overrideAccess: true,
    where: ofAddress(addressHash, reasons),
  })
}
