import { randomBytes } from 'node:crypto'
import type { Payload } from 'payload'
import { lenderOf } from '@/access/colleague-pass'
import { throughConflicts } from '@/lib/write-once'
import { hashOfToken } from '../sessions'
import { passesWhere } from './read-passes'
import { inPassDays } from './send-to-colleague'
import { readPassToken } from './pass-links'

type ByToken = { readonly payload: Payload; readonly token: string; readonly now: Date }

export type PassView =
  | { readonly kind: 'open' | 'used'; readonly briefingId: string; readonly sender: string }
  /** The sender’s membership does not run, or the address is no longer one of the organisation. */
  | { readonly kind: 'not-running'; readonly briefingId: string }
  | { readonly kind: 'expired' | 'unknown' }

async function passOf({ payload, token, now }: ByToken) {
  const link = readPassToken(payload, token, now)
  if (link.kind !== 'good') return link.kind
  const [pass] = await passesWhere(payload, { id: { equals: link.id } })
  return pass ?? 'expired'
}

/** What pressing the button would do. Changes nothing, however often it is asked. */
export async function readPass(by: ByToken): Promise<PassView> {
  const pass = await passOf(by)
  if (typeof pass === 'string') return { kind: pass }
  const { briefingId, usedAt, sender } = pass
  if (!lenderOf([pass], briefingId, by.now)) return { kind: 'not-running', briefingId }
  return { kind: usedAt ? 'used' : 'open', briefingId, sender: sender.name }
}

export type PassAnswer =
  | { readonly kind: 'opened'; readonly briefingId: string; readonly browserToken: string }
  /** Pressed before, or no good: the page by `readPass` says what holds. */
  | { readonly kind: 'nothing-done' }

/**
 * Takes the word of whoever has the mail that the address is theirs, once, and opens the briefing to their browser for
 * seven days from now. Of the browser’s token only a SHA-256 is kept.
 */
export async function pressPass(by: ByToken): Promise<PassAnswer> {
  const pass = await passOf(by)
  if (typeof pass === 'string') return { kind: 'nothing-done' }
  const { payload, now } = by
  if (!lenderOf([pass], pass.briefingId, now)) return { kind: 'nothing-done' }
  const browserToken = randomBytes(32).toString('base64url')
  const row: unknown = await throughConflicts(() =>
    payload.db.updateOne({
      collection: 'colleague-passes',
      where: { and: [{ id: { equals: pass.id } }, { usedAt: { exists: false } }] },
      data: {
        usedAt: now.toISOString(),
        endsAt: inPassDays(now),
        tokenHash: hashOfToken(browserToken),
      },
      options: { atomic: true },
    }),
  )
  if (row === null) return { kind: 'nothing-done' }
  return { kind: 'opened', briefingId: pass.briefingId, browserToken }
}
