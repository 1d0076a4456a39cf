import {
  APIError,
  type CollectionBeforeOperationHook,
  type CollectionBeforeValidateHook,
} from 'payload'

export const SHORTEST_PASSWORD = 12

function requireLong(password: unknown): void {
  if (typeof password === 'string' && password.length < SHORTEST_PASSWORD) {
    throw new APIError(
      `The password is too short. Use at least ${SHORTEST_PASSWORD} characters.`,
      400,
      null,
      true,
    )
  }
}

/** Refuses a staff password of fewer than twelve characters on a new or changed account: Payload accepts three. */
export const requireLongPassword: CollectionBeforeValidateHook = ({ data }) => {
  requireLong(data?.password)
  return data
}

/** The same for a forgotten password: there Payload hides the new one from the hooks that follow. */
export const requireLongPasswordOnReset: CollectionBeforeOperationHook = ({ args, operation }) => {
  if (operation === 'resetPassword') requireLong((args.data as { password?: unknown }).password)
  return args
}
