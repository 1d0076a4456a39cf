import { APIError, type CollectionBeforeValidateHook } from 'payload'

export const SHORTEST_PASSWORD = 12

/** Refuses a staff password of fewer than twelve characters, wherever it is set: Payload itself accepts three. */
export const requireLongPassword: CollectionBeforeValidateHook = ({ data }) => {
  const password: unknown = data?.password
  if (typeof password === 'string' && password.length < SHORTEST_PASSWORD) {
    throw new APIError(
      `The password is too short. Use at least ${SHORTEST_PASSWORD} characters.`,
      400,
      null,
      true,
    )
  }
  return data
}
