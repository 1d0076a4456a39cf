import type { Payload } from 'payload'
import { keepSignInCode } from './keep-sign-in-code'
import { addressHashOf } from './sign-in-secrets'

export const signInAddress = (siteUrl: string, token: string): string =>
  `${siteUrl}/sign-in/${token}`

/**
 * The address of a page whose button signs the member in, once, within `validForMs`. For support and demonstrations.
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
  const { email } = await payload.findByID({
    collection: 'members',
    id: memberId,
    overrideAccess: true,
    depth: 0,
  })
  const { linkToken } = await keepSignInCode({
    payload,
    addressHash: addressHashOf(payload, email),
    memberId,
    expiresAt: new Date(now.getTime() + validForMs),
  })
  return signInAddress(siteUrl, linkToken)
}
