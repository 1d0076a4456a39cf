import type { CollectionAfterChangeHook, CollectionAfterDeleteHook, PayloadRequest } from 'payload'
import { keepRecordOf } from '@/access/record/keep-record'
import { idOf } from '@/lib/ids'
import type { Member } from '@/payload-types'
import { nameOfOrganisation } from './name-of-organisation'

const onThem = ({ id }: Member) => ({ kind: 'members', id })

async function changesOf(doc: Member, before: Member, req: PayloadRequest): Promise<string[]> {
  const hasMoved = idOf(doc.organisation) !== idOf(before.organisation)
  const named = (member: Member) => nameOfOrganisation(req, idOf(member.organisation))
  return [
    ...(hasMoved ? [`from ${await named(before)} to ${await named(doc)}`] : []),
    ...(Boolean(doc.isManager) === Boolean(before.isManager)
      ? []
      : [doc.isManager ? 'manages its members' : 'no longer manages its members']),
    ...(before.leftAt && !doc.leftAt ? ['came back'] : []),
  ]
}

/**
 * Records members made, moved, made managers, come back, and given another address. Of a person the record keeps the id
 * alone; an organisation is no person, and stands by its name too.
 */
export const recordMembership: CollectionAfterChangeHook<Member> = async ({
  doc,
  operation,
  previousDoc,
  req,
}) => {
  if (operation === 'create') {
    const details = `of ${await nameOfOrganisation(req, idOf(doc.organisation))}`
    await keepRecordOf(req, { act: 'member-made', on: onThem(doc), details })
    return doc
  }
  const changes = await changesOf(doc, previousDoc, req)
  if (changes.length > 0) {
    const details = changes.join('; ')
    await keepRecordOf(req, { act: 'membership-changed', on: onThem(doc), details })
  }
  if (doc.email !== previousDoc.email) {
    await keepRecordOf(req, { act: 'address-changed', on: onThem(doc) })
  }
  return doc
}

export const recordErasure: CollectionAfterDeleteHook<Member> = async ({ doc, req }) => {
  await keepRecordOf(req, { act: 'member-erased', on: onThem(doc) })
  return doc
}
