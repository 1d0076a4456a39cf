import type { Payload } from 'payload'
import { codeHashOf, linkHashOf, newCode, newLinkToken } from './sign-in-secrets'

export type SignInSecrets = { readonly code: string; readonly linkToken: string }

/** Makes a code and a link token, and keeps their hashes. The two open the account of `memberId`, once, until `expiresAt`. */
export async function keepSignInCode({
  payload,
  addressHash,
  memberId,
  expiresAt,
}: {
  payload: Payload
  addressHash: string
  memberId: string | null
  expiresAt: Date
}): Promise<SignInSecrets> {
  const secrets = { code: newCode(), linkToken: newLinkToken() }
  await payload.create({
    collection: 'sign-in-codes',
    overrideAccess: true,
    data: {
      member: memberId,
      addressHash,
      state: 'open',
      codeHash: codeHashOf(payload, addressHash, secrets.code),
      linkHash: linkHashOf(payload, secrets.linkToken),
      expiresAt: expiresAt.toISOString(),
      tries: 0,
    },
  })
  return secrets
}
