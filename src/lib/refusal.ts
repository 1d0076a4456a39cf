import { APIError } from 'payload'

type Status = 400 | 401 | 403 | 409 | 412 | 428

/**
 * An error whose words reach the person who asked, by REST and at the desk.
 *
 * Its name is set here: a build takes the names of classes away, and of an error without a name Payload says only that it
 * is unknown.
 */
export const refusal = (message: string, status: Status): APIError =>
  Object.assign(new APIError(message, status, null, true), { name: 'APIError' })
