import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  CollectionAfterOperationHook,
  CollectionBeforeChangeHook,
  PayloadRequest,
} from 'payload'
import type { Act } from '@/access/record/audit-entry'
import { keepRecordOf } from '@/access/record/keep-record'
import type { Staff } from '@/payload-types'

type Done = { readonly act: Act; readonly details?: string }

const onThem = ({ id, name }: Staff) => ({ kind: 'staff', id, name })

/** Payload takes the new password out before the later hooks. */
export const noteNewPassword: CollectionBeforeChangeHook<Staff> = ({ data, operation, req }) => {
  req.context.isNewPassword = operation === 'update' && typeof data.password === 'string'
  return data
}

function changesOf(doc: Staff, before: Staff, { context }: PayloadRequest): Done[] {
  const hasLeft = doc.hasLeft === true
  const hadLeft = before.hasLeft === true
  return [
    ...(doc.role === before.role
      ? []
      : [{ act: 'staff-role-changed', details: `from ${before.role} to ${doc.role}` } as const]),
    ...(hasLeft && !hadLeft ? [{ act: 'staff-left' } as const] : []),
    ...(hadLeft && !hasLeft ? [{ act: 'staff-returned' } as const] : []),
    ...(doc.email === before.email ? [] : [{ act: 'address-changed' } as const]),
    ...(context.isNewPassword === true ? [{ act: 'password-changed' } as const] : []),
  ]
}

/** Records accounts made, roles changed, accounts closed and opened again, addresses and passwords changed. */
export const recordStaffChange: CollectionAfterChangeHook<Staff> = async ({
  doc,
  operation,
  previousDoc,
  req,
}) => {
  const done: Done[] =
    operation === 'create'
      ? [{ act: 'staff-made', details: doc.role }]
      : changesOf(doc, previousDoc, req)
  for (const { act, details } of done) {
    await keepRecordOf(req, { act, on: onThem(doc), ...(details ? { details } : {}) })
  }
  return doc
}

export const recordStaffRemoval: CollectionAfterDeleteHook<Staff> = async ({ doc, req }) => {
  await keepRecordOf(req, { act: 'staff-removed', on: onThem(doc), details: doc.role })
  return doc
}

const SIGNS_IN: Readonly<Record<string, Act>> = {
  login: 'signed-in',
  resetPassword: 'password-reset',
}

type Operated = { readonly operation: string; readonly result: unknown }

/** Records who signed in to the desk, by a password or by the link for a forgotten one. */
export const recordSignIn: CollectionAfterOperationHook<'staff'> = async (done) => {
  const { operation, result }: Operated = done
  const act = SIGNS_IN[operation]
  const user = (result as { user?: Staff } | null)?.user
  if (act && user) {
    await keepRecordOf(done.req, { act, by: { kind: 'staff', id: user.id, name: user.name } })
  }
  return done.result
}
