import type { CollectionBeforeDeleteHook, Where } from 'payload'
import { addressHash } from '@/lib/address-hash'
import { formerAddresses } from '@/lib/former-addresses'

/**
 * What was mailed to a member about the account, at every address it had, their wishes to join, and the briefings they sent
 * to colleagues or were sent by them: all of it goes with them. Before the account, while the changes of its address can still be read. Safe to repeat.
 */
export const forgetMails: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const { payload } = req
  const all = { depth: 0, limit: 0, pagination: false, req } as const
  const [{ docs: members }, { docs: changes }] = await Promise.all([
    payload.find({
      ...all,
      overrideAccess: true,
      collection: 'members',
      where: { id: { equals: id } },
    }),
    payload.find({
      ...all,
      overrideAccess: true,
      collection: 'address-changes',
      where: { member: { equals: id } },
    }),
  ])
  const former = await formerAddresses(payload, id)
  const addresses = [...members.map(({ email }) => email), ...former]
  const hashes = addresses.map((address) => addressHash(payload.config.secret, address))
  const passed: Where = { or: [{ sender: { equals: id } }, { addressHash: { in: hashes } }] }
  const { docs: passes } = await payload.find({
    ...all,
    overrideAccess: true,
    collection: 'colleague-passes',
    where: passed,
  })
  const subjects = [String(id), ...[...changes, ...passes].map((row) => row.id)]
  const mails: Where = { or: [{ address: { in: addresses } }, { subjectId: { in: subjects } }] }
  await payload.db.deleteMany({ collection: 'account-mails', where: mails })
  await payload.db.deleteMany({ collection: 'colleague-passes', where: passed })
  await payload.db.deleteMany({ collection: 'join-requests', where: { email: { in: addresses } } })
}
