import type { Payload } from 'payload'
import { writeOnce } from '@/lib/write-once'

/** What an account mail is about, and what its `subjectId` names. */
export const MAIL_KINDS = {
  'confirm-join': 'join-requests',
  'known-already': 'join-requests',
  'seat-free': 'join-requests',
  'seat-wanted': 'join-requests',
  invitation: 'members',
  'confirm-address': 'members',
  'confirm-address-again': 'members',
  'address-lapsed': 'members',
  'change-address-old': 'address-changes',
  'change-address-new': 'address-changes',
  'address-changed': 'address-changes',
  renewal: 'organisations',
  'colleague-pass': 'colleague-passes',
  'review-wanted': 'briefings',
  'review-answered': 'briefings',
  'review-due': 'briefings',
} as const

export type MailKind = keyof typeof MAIL_KINDS

/** Stands for whatever address staff are written to when the mail goes out. */
export const TO_STAFF = 'staff'

export type OwedMail = {
  readonly kind: MailKind
  readonly subjectId: string
  readonly address: string
  /** What tells this mail from others of its kind about the same subject to the same address. */
  readonly occasion?: string
}

/**
 * Puts a mail on record as owed, to be sent at most once.
 *
 * @returns whether it was new. Safe to repeat: the same kind, subject, address and occasion are one mail for ever.
 */
export function oweMail(
  payload: Payload,
  { kind, subjectId, address, occasion = '' }: OwedMail,
  now: Date,
): Promise<boolean> {
  return writeOnce(payload, 'account-mails', {
    key: [kind, subjectId, address, occasion].join('\n'),
    kind,
    subjectId,
    address,
    state: 'owed',
    owedAt: now.toISOString(),
    nextAttemptAt: now.toISOString(),
  })
}
