import type { Payload } from 'payload'
import { forgetAddresses } from './forget-addresses'
import { forgetBodies } from './forget-bodies'
import { forgetConsents } from './forget-consents'
import { forgetHistory } from './forget-history'

/**
 * Forgets what the Bulletin no longer needs to know of anybody, each by its own period (docs/operations.md names them).
 * Safe to repeat, and from several workers.
 */
export async function forgetPast(payload: Payload, now: Date): Promise<void> {
  await forgetBodies(payload, now)
  await forgetAddresses(payload, now)
  await forgetHistory(payload, now)
  await forgetConsents(payload, now)
}
