import type { Payload, Where } from 'payload'
import { throughConflicts } from '@/lib/write-once'
import type { BulletinDelivery } from '@/payload-types'
import type { InboundKind, Verdict } from './inbound-verdict'

const collection = 'bulletin-deliveries'

type BounceKind = NonNullable<BulletinDelivery['bounceKind']>

const NOTED_AS: Partial<Record<InboundKind, BounceKind>> = {
  'bounce-hard': 'hard',
  'bounce-soft': 'soft',
  policy: 'policy',
}

/** The gravest first. */
const RANKS: readonly BounceKind[] = ['hard', 'policy', 'soft']

type Note = { readonly kind: BounceKind; readonly code: string }

const isBefore = (one: Note, other: Note): boolean =>
  one.kind === other.kind
    ? one.code < other.code
    : RANKS.indexOf(one.kind) < RANKS.indexOf(other.kind)

const same = (field: string, value: string | null | undefined): Where =>
  value ? { [field]: { equals: value } } : { [field]: { exists: false } }

/**
 * Notes on a delivery's row that its mail came back; the row stays `sent`, which the server's word made it.
 *
 * Of several reports the gravest is noted, whatever the order in which they come. Safe to repeat.
 */
export async function noteBounce(
  payload: Payload,
  deliveryId: string,
  verdict: Pick<Verdict, 'kind' | 'enhancedCode'>,
  now: Date,
): Promise<void> {
  const kind = NOTED_AS[verdict.kind]
  if (!kind) return
  const row = await payload.db.findOne<BulletinDelivery>({
    collection,
    where: { id: { equals: deliveryId } },
  })
  if (!row) return
  const { bounceKind, bounceCode } = row
  const code = verdict.enhancedCode ?? ''
  if (bounceKind && !isBefore({ kind, code }, { kind: bounceKind, code: bounceCode ?? '' })) return
  const noted: unknown = await throughConflicts(() =>
    payload.db.updateOne({
      collection,
      where: {
        and: [
          { id: { equals: deliveryId } },
          same('bounceKind', bounceKind),
          same('bounceCode', bounceCode),
        ],
      },
      data: { bounceKind: kind, bounceCode: code || null, bouncedAt: now.toISOString() },
      options: { atomic: true },
    }),
  )
  if (noted === null) await noteBounce(payload, deliveryId, verdict, now)
}

/** Notes on a delivery's row that its reader called it unwanted. The first time stands. */
export async function noteComplaint(payload: Payload, deliveryId: string, now: Date) {
  await throughConflicts(() =>
    payload.db.updateOne({
      collection,
      where: { and: [{ id: { equals: deliveryId } }, { complainedAt: { exists: false } }] },
      data: { complainedAt: now.toISOString() },
      options: { atomic: true },
    }),
  )
}
