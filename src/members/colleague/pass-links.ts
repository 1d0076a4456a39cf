import type { Payload } from 'payload'
import { readLink, type SignedLink, signLink } from '@/lib/signed-link'
import type { ColleaguePass } from '@/payload-types'

const PURPOSE = 'colleague-pass'

/** The address of the page whose button opens the briefing to whoever has the mail. */
export const passAddress = (
  { secret }: Pick<Payload, 'secret'>,
  siteUrl: string,
  { id, endsAt }: Pick<ColleaguePass, 'id' | 'endsAt'>,
): string => `${siteUrl}/colleague/${signLink(secret, PURPOSE, id, new Date(endsAt))}`

export const readPassToken = (
  { secret }: Pick<Payload, 'secret'>,
  token: string,
  now: Date,
): SignedLink => readLink(secret, PURPOSE, token, now)
