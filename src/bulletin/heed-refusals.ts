import type { Payload } from 'payload'
import type { DeliveryStore } from './delivery-store'
import { everyRow } from './every-row'
import { heedBounce } from './heed-bounce'
import { bounceClassOf } from './inbound-class'

/**
 * Stops the Bulletin of those whose mail server said, while the mail was handed over, that the address is gone: it need
 * not come back as a message to be believed (docs/decisions/021-mail-that-comes-back.md). An issue that was refused too
 * often is paused for a person before it comes to this. Safe to repeat.
 */
export async function heedRefusals(
  payload: Payload,
  store: DeliveryStore,
  issueKey: string,
  now: Date,
): Promise<void> {
  const failed = everyRow((after, limit) => store.inState(issueKey, 'failed', after, limit))
  for await (const delivery of failed) {
    const { enhancedCode, smtpCode } = delivery
    if (bounceClassOf(enhancedCode ?? null, smtpCode ?? null) !== 'hard') continue
    await heedBounce({ payload, delivery, now })
  }
}
