/** Whose fault it is that a mail came back: the address is gone, it cannot take mail now, or it will not take ours. */
export type BounceClass = 'hard' | 'soft' | 'policy'

/** The address will not work again by itself: unknown, no such domain, badly written, moved, takes no mail, disabled. */
const GONE = new Set(['5.1.1', '5.1.2', '5.1.3', '5.1.6', '5.1.10', '5.2.1'])

/** What RFC 3463 and 5248 lay at the sender's door: our address, the protocol, the message's form, our standing. */
const OURS = [/^5\.1\.[789]$/, /^5\.5\./, /^5\.6\./, /^5\.7\./]

/** RFC 5321 and 7504: replies that say by their number alone that the address is no more. 550 may mean us as well. */
const GONE_BY_REPLY = new Set([551, 556])

const ENHANCED = /(?<![\d.])([245]\.\d{1,3}\.\d{1,3})(?!\.?\d)/
const REPLY = /(?<![\d.])([245]\d\d)(?=[ -]|$)/

/** `5.0.0` and the like say no more than that it failed. */
const isVague = (code: string): boolean => code.endsWith('.0.0')

/** The first enhanced status code in a text (RFC 3463), those that say something before those that do not. */
export function enhancedCodeIn(...texts: readonly (string | null)[]): string | null {
  const codes = texts.flatMap((text) => ENHANCED.exec(text ?? '')?.[1] ?? [])
  return codes.find((code) => !isVague(code)) ?? codes[0] ?? null
}

/** The first SMTP reply code in a text. */
export function replyCodeIn(text: string | null): number | null {
  const found = REPLY.exec(text ?? '')?.[1]
  return found ? Number(found) : null
}

/**
 * What a failure means for the address: by its enhanced code, else by its SMTP reply, else the safe side, `soft`.
 *
 * Never by words, which differ from server to server (docs/decisions/021-mail-that-comes-back.md).
 */
export function bounceClassOf(enhanced: string | null, reply: number | null): BounceClass {
  if (enhanced === null || isVague(enhanced)) {
    return reply !== null && GONE_BY_REPLY.has(reply) ? 'hard' : 'soft'
  }
  if (GONE.has(enhanced)) return 'hard'
  return OURS.some((pattern) => pattern.test(enhanced)) ? 'policy' : 'soft'
}

/** A refusal for now that concerns who is sending: it says nothing about the address. */
export const isOursForNow = (enhanced: string | null): boolean =>
  enhanced !== null && /^4\.[67]\./.test(enhanced)
