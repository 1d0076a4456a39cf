import { onItsOwn } from '@/lib/on-its-own'
import { askForAddresses } from './address/confirm-yearly'
import { forgetPasses } from './colleague/forget-passes'
import { forgetRequests } from './joining/forget-requests'
import { seatTheWaiting } from './joining/seat-the-waiting'
import { settleJoinRequests } from './joining/settle-join-requests'
import { deliverMails } from './mails/deliver-mails'
import type { MailDesk } from './mails/mail-desk'
import { forgetLeavers } from './organisation/leave'
import { remindOfRenewals } from './organisation/remind-of-renewals'

/**
 * Pays what accounts are owed within the minute: wishes to join looked at, free seats given, mails sent. A step that fails
 * keeps none of the others from being done. Safe to repeat.
 */
export async function tendAccounts(desk: MailDesk, now: Date): Promise<void> {
  const { payload } = desk
  const { logger } = payload
  await onItsOwn(logger, 'Settling wishes to join', () => settleJoinRequests(payload, now))
  await onItsOwn(logger, 'Seating those who wait', () => seatTheWaiting(payload, now))
  await onItsOwn(logger, 'Delivering account mails', () => deliverMails(desk, now))
}

/**
 * Pays what is owed by the day: yearly questions, renewals to remind of; leavers, passes and wishes to join to forget. A
 * step that fails keeps none of the others from being done. Safe to repeat.
 */
export async function tendMemberships(
  { payload }: Pick<MailDesk, 'payload'>,
  now: Date,
): Promise<void> {
  const { logger } = payload
  await onItsOwn(logger, 'Asking for addresses', () => askForAddresses(payload, now))
  await onItsOwn(logger, 'Reminding of renewals', () => remindOfRenewals(payload, now))
  await onItsOwn(logger, 'Forgetting leavers', () => forgetLeavers(payload, now))
  await onItsOwn(logger, 'Forgetting passes', () => forgetPasses(payload, now))
  await onItsOwn(logger, 'Forgetting wishes to join', () => forgetRequests(payload, now))
}
