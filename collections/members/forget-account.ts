import type { CollectionBeforeDeleteHook, PayloadRequest, Where } from 'payload'
import { addressHash } from '@/lib/address-hash'
import { writeOnce } from '@/lib/write-once'

/** All that is kept of an address: enough that no import, and no mistake, mails it again. */
async function suppressAddress(req: PayloadRequest, id: string | number): Promise<void> {
  const { payload } = req
  const { docs } = await payload.find({
    collection: 'members',
    where: { id: { equals: id } },
    select: { email: true },
    depth: 0,
    limit: 1,
    overrideAccess: true,
    req,
  })
  if (!docs[0]) return
  await writeOnce(payload, 'suppressions', {
    addressHash: addressHash(payload.config.secret, docs[0].email),
    reason: 'erased',
    at: new Date().toISOString(),
  })
}

const ledger = 'bulletin-deliveries'

/** Mail still owed is owed no longer: each row by one conditional write, so that one at the gate is left to its sender. */
async function takeBackOwed({ payload }: PayloadRequest, memberId: string): Promise<void> {
  const owed: Where[] = [{ memberId: { equals: memberId } }, { state: { equals: 'pending' } }]
  const { docs } = await payload.db.find<{ id: string }>({
    collection: ledger,
    where: { and: owed },
    limit: 0,
    pagination: false,
  })
  for (const { id } of docs) {
    await payload.db.updateOne({
      collection: ledger,
      where: { and: [{ id: { equals: id } }, { state: { equals: 'pending' } }] },
      data: { state: 'suppressed', reason: 'no longer a member', doneAt: new Date().toISOString() },
      options: { atomic: true },
    })
  }
}

/** No row of the ledger names the address any more. */
async function emptyAddresses({ payload }: PayloadRequest, memberId: string): Promise<void> {
  const named: Where = {
    and: [{ memberId: { equals: memberId } }, { address: { not_equals: '' } }],
  }
  await payload.db.updateMany({
    collection: ledger,
    where: named,
    data: { address: '' },
    returning: false,
  })
}

/**
 * The address goes onto the list of those not to be mailed, as a hash, before anything else. What lets a member in and
 * keeps them on the list goes next, so that a deletion cut short leaves an account without access rather than access
 * without an account. Consent and deliveries stay, by id alone: they prove what was done. Safe to repeat.
 *
 * Beneath Payload's own deletion of many, here and in the hooks beside this one: that keeps a fault to itself, and whoever
 * asked would be told that all is erased.
 */
export const forgetAccount: CollectionBeforeDeleteHook = async ({ id, req }) => {
  await suppressAddress(req, id)
  for (const collection of [
    'member-sessions',
    'sign-in-codes',
    'address-changes',
    'subscriptions',
  ] as const) {
    await req.payload.db.deleteMany({ collection, where: { member: { equals: id } } })
  }
  await takeBackOwed(req, String(id))
  await emptyAddresses(req, String(id))
  for (const collection of ['bulletin-letters', 'bulletin-receipts'] as const) {
    await req.payload.db.deleteMany({ collection, where: { memberId: { equals: id } } })
  }
}
