import type { Payload } from 'payload'
import { subscriberToken } from '@/bulletin/tokens'
import { passAddress } from '@/members/colleague/pass-links'
import { linkHashOf, newLinkToken } from '@/members/sign-in-secrets'
import { plantSender } from './plant-pass'
import type { Planter } from './planter'
import type { Tokens } from './world'

const LATER = '2099-01-01T00:00:00.000Z'

/** It stands in the page of the pass for whoever has the mail, and so is no mark: all else of the sender is. */
const SENDERS_NAME = 'A Sender'

type PlantTokens = {
  readonly payload: Payload
  readonly planter: Planter
  readonly lapsed: { readonly id: string; readonly subscription: string }
  /** The briefing that is sent to a colleague. */
  readonly lent: string
}

async function passNotPressed({ payload, planter, lent }: PlantTokens): Promise<string> {
  const pass = await planter.plantBeneath('colleague-passes', {
    values: {
      briefingId: lent,
      ...(await plantSender(planter, SENDERS_NAME)),
      usedAt: null,
      endsAt: LATER,
      tokenHash: null,
    },
  })
  return passAddress(payload, '', { id: pass.id, endsAt: LATER }).replace('/colleague/', '')
}

async function signInLink({ payload, planter, lapsed }: PlantTokens): Promise<string> {
  const token = newLinkToken()
  const linkHash = linkHashOf(payload, token)
  planter.secret('sign-in-codes.linkHash', linkHash)
  await planter.plantBeneath('sign-in-codes', {
    values: { member: lapsed.id, state: 'open', linkHash, expiresAt: LATER, tries: 0 },
  })
  return token
}

/**
 * Links that came by mail and still work: that to a lapsed member's Bulletin, that by which they sign in, and a colleague's
 * to a briefing. Whoever asks for their pages may meet there what is public, and of themselves what is theirs.
 */
export const plantTokens = async (planting: PlantTokens): Promise<Tokens> => ({
  colleague: await passNotPressed(planting),
  preferences: subscriberToken(planting.payload.config.secret, planting.lapsed.subscription),
  signIn: await signInLink(planting),
})
