import type { CollectionAfterChangeHook, CollectionAfterDeleteHook } from 'payload'
import { keepRecordOf } from '@/access/record/keep-record'
import { idOf } from '@/lib/ids'
import type { Member } from '@/payload-types'

const onThem = ({ id }: Member) => ({ kind: 'members', id })

function changesOf(doc: Member, before: Member): string[] {
  const [now, then] = [idOf(doc.organisation), idOf(before.organisation)]
  return [
    ...(now === then ? [] : [`from organisation ${then} to ${now}`]),
    ...(Boolean(doc.isManager) === Boolean(before.isManager)
      ? []
      : [doc.isManager ? 'manages its members' : 'no longer manages its members']),
    ...(before.leftAt && !doc.leftAt ? ['came back'] : []),
  ]
}

/** Records members made, moved, made managers and come back. Of a person the record keeps the id alone. */
export const recordMembership: CollectionAfterChangeHook<Member> = async ({
  doc,
  operation,
  previousDoc,
  req,
}) => {
  if (operation === 'create') {
    const details = `of organisation ${idOf(doc.organisation)}`
    await keepRecordOf(req, { act: 'member-made', on: onThem(doc), details })
    return doc
  }
  const changes = changesOf(doc, previousDoc)
  if (changes.length > 0) {
    const details = changes.join('; ')
    await keepRecordOf(req, { act: 'membership-changed', on: onThem(doc), details })
  }
  return doc
}

export const recordErasure: CollectionAfterDeleteHook<Member> = async ({ doc, req }) => {
  await keepRecordOf(req, { act: 'member-erased', on: onThem(doc) })
  return doc
}
