import type { Payload } from 'payload'
import { linkHashOf, newLinkToken } from './sign-in-secrets'

export const signInAddress = (siteUrl: string, token: string): string =>
  `${siteUrl}/sign-in/${token}`

/**
 * The address of a page whose button signs the member in, once, within `validForMs`. For support and demonstrations.
 *
 * Asking for a code does not spoil it.
 *
 * @throws when there is no such member.
 */
export async function makeSignInLink({
  payload,
  memberId,
  siteUrl,
  now,
  validForMs,
}: {
  payload: Payload
  memberId: string
  siteUrl: string
  now: Date
  validForMs: number
}): Promise<string> {
  const token = newLinkToken()
  await payload.create({
    collection: 'sign-in-codes',
    overrideAccess: true,
    depth: 0,
    data: {
      member: memberId,
      state: 'open',
      linkHash: linkHashOf(payload, token),
      expiresAt: new Date(now.getTime() + validForMs).toISOString(),
      tries: 0,
    },
  })
  return signInAddress(siteUrl, token)
}
