import type { Payload } from 'payload'
import { onItsOwn } from '@/lib/on-its-own'
import { forgetAddresses } from './forget-addresses'
import { forgetBodies } from './forget-bodies'
import { forgetConsents } from './forget-consents'
import { forgetHistory } from './forget-history'

/**
 * Forgets what the Bulletin no longer needs to know of anybody, each by its own period (docs/operations.md names them).
 * One that fails keeps none of the others. Safe to repeat, and from several workers.
 */
export async function forgetPast(payload: Payload, now: Date): Promise<void> {
  const { logger } = payload
  await onItsOwn(logger, 'Forgetting the words of mails', () => forgetBodies(payload, now))
  await onItsOwn(logger, 'Forgetting addresses', () => forgetAddresses(payload, now))
  await onItsOwn(logger, 'Forgetting past issues', () => forgetHistory(payload, now))
  await onItsOwn(logger, 'Forgetting consents', () => forgetConsents(payload, now))
}
