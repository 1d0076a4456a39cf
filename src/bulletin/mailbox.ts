/** A mailbox while it is open. Numbers are the server's, and rise with each message that arrives. */
export type OpenMailbox = {
  /** Numbers are comparable under the same numbering alone (IMAP's UIDVALIDITY). */
  readonly numbering: string
  /** Numbers of the messages after this one, in order. */
  readonly after: (uid: number) => Promise<number[]>
  /** The raw message, its first megabyte at most; null where it has gone. */
  readonly raw: (uid: number) => Promise<Buffer | null>
  /** Deletes a message. Safe to repeat. */
  readonly remove: (uid: number) => Promise<void>
  /** Leaves a message for a person to look at, marked as seen by us. Safe to repeat. */
  readonly leave: (uid: number) => Promise<void>
  readonly close: () => Promise<void>
}

/** Where mail that comes back arrives. */
export type Mailbox = {
  /** Its address without the password, for logs and to remember how far it was read. */
  readonly name: string
  /** @throws {MailboxUnavailable} */
  readonly open: () => Promise<OpenMailbox>
}

/** The mailbox cannot be read: the server is away, refuses us, or has no such mailbox. */
export class MailboxUnavailable extends Error {
  override readonly name = 'MailboxUnavailable'
}
