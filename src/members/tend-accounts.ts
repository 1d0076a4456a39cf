import { askForAddresses } from './address/confirm-yearly'
import { seatTheWaiting } from './joining/seat-the-waiting'
import { forgetPasses } from './colleague/forget-passes'
import { settleJoinRequests } from './joining/settle-join-requests'
import { deliverMails } from './mails/deliver-mails'
import type { MailDesk } from './mails/mail-desk'
import { forgetLeavers } from './organisation/leave'
import { remindOfRenewals } from './organisation/remind-of-renewals'

/** Pays what accounts are owed within the minute: wishes to join looked at, free seats given, mails sent. Safe to repeat. */
export async function tendAccounts(desk: MailDesk, now: Date): Promise<void> {
  await settleJoinRequests(desk.payload, now)
  await seatTheWaiting(desk.payload, now)
  await deliverMails(desk, now)
}

/** Pays what is owed by the day: yearly questions, renewals to remind of, leavers and passes to forget. Safe to repeat. */
export async function tendMemberships({ payload }: MailDesk, now: Date): Promise<void> {
  await askForAddresses(payload, now)
  await remindOfRenewals(payload, now)
  await forgetLeavers(payload, now)
  await forgetPasses(payload, now)
}
