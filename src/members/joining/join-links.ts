import type { Payload } from 'payload'
import { readLink, type SignedLink, signLink } from '@/lib/signed-link'
import type { JoinRequest } from '@/payload-types'

const PURPOSE = 'join'

/** The address of the page whose button confirms a wish to join. */
export const confirmJoinAddress = (
  { secret }: Pick<Payload, 'secret'>,
  siteUrl: string,
  { id, expiresAt }: Pick<JoinRequest, 'id' | 'expiresAt'>,
): string => `${siteUrl}/join/confirm/${signLink(secret, PURPOSE, id, new Date(expiresAt))}`

export const readJoinToken = (
  { secret }: Pick<Payload, 'secret'>,
  token: string,
  now: Date,
): SignedLink => readLink(secret, PURPOSE, token, now)
