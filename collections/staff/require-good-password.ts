import {
  type CollectionBeforeOperationHook,
  type CollectionBeforeValidateHook,
  type PayloadRequest,
} from 'payload'
import { refusal } from '@/lib/refusal'
import { isGuessable } from '@/lib/guessable-password'

export const SHORTEST_PASSWORD = 12

async function requireGood(password: unknown, own: readonly unknown[]): Promise<void> {
  if (typeof password !== 'string') return
  if (password.length < SHORTEST_PASSWORD) {
    throw refusal(`The password is too short. Use at least ${SHORTEST_PASSWORD} characters.`, 400)
  }
  const theirs = own.filter((text) => typeof text === 'string')
  if (await isGuessable(password, theirs)) {
    throw refusal(
      'That password would soon be guessed. Use a few words that do not belong together.',
      400,
    )
  }
}

/**
 * Refuses a staff password of fewer than twelve characters, or one that is easily guessed, on a new or changed account:
 * Payload accepts any three characters.
 */
export const requireGoodPassword: CollectionBeforeValidateHook = async ({ data, originalDoc }) => {
  const known = originalDoc as { name?: unknown; email?: unknown } | undefined
  await requireGood(data?.password, [data?.name, data?.email, known?.name, known?.email])
  return data
}

async function ownerOf(token: unknown, { payload }: PayloadRequest) {
  const { docs } = await payload.find({
    collection: 'staff',
    overrideAccess: true,
    showHiddenFields: true,
    depth: 0,
    limit: 1,
    pagination: false,
    where: { resetPasswordToken: { equals: token } },
  })
  return docs[0]
}

/** The same for a forgotten password: Payload does not show the new one to any later hook. */
export const requireGoodPasswordOnReset: CollectionBeforeOperationHook = async ({ args, req }) => {
  const data = (args as { data?: { token?: unknown; password?: unknown } }).data
  if (typeof data?.token !== 'string') return args
  const owner = await ownerOf(data.token, req)
  // Payload refuses a link that is nobody's: no work for whoever makes one up.
  if (owner) await requireGood(data.password, [owner.name, owner.email])
  return args
}
