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

/** The same for a forgotten password: Payload does not show the new one to any later hook. */
export const requireLongPasswordOnReset: CollectionBeforeOperationHook = ({ args }) => {
  const data = (args as { data?: { token?: unknown; password?: unknown } }).data
  const isReset = data?.token !== undefined
  if (isReset) requireLong(data.password)
  return args
}
