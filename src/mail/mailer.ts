/** One message to one person. Addresses are compared and sent as they stand. */
export type Mail = {
  readonly to: { readonly address: string; readonly name?: string }
  readonly subject: string
  readonly text: string
  readonly html?: string
  readonly replyTo?: string
  /** Without angle brackets. Made by the adapter if left out. */
  readonly messageId?: string
  readonly headers?: Readonly<Record<string, string>>
  /** Envelope sender, for bounces. The `From` address if left out. */
  readonly envelopeFrom?: string
  /** Comes back in reports of what failed or waits, where servers know them (RFC 3461). They are asked for with it alone. */
  readonly envelopeId?: string
}

/** A message that was composed beforehand: its bytes, line ends and all, and its envelope. */
export type FinishedMail = Pick<Mail, 'to' | 'envelopeFrom' | 'envelopeId' | 'messageId'> & {
  readonly raw: Buffer
}

export type SendOptions = {
  /**
   * Called once the server is ready for the body and before its first byte. When it throws, nothing is sent.
   * This is where a delivery is claimed durably (docs/decisions/005-delivery-ledger.md).
   */
  readonly beforeBody?: () => Promise<void>
}

/**
 * What became of a message.
 *
 * `sent`: the server accepted it. `deferred`, `refused`: the server said no, for now or for good; it holds no copy.
 * `unreached`: nothing was handed over, and the fault is not the message's. `uncertain`: the body had begun and no
 * reply came; whether the server holds a copy cannot be known. `stopped`: `beforeBody` threw.
 */
export type SendOutcome =
  | {
      readonly state: 'sent'
      readonly code: number
      readonly reply: string
      readonly serverMessageId?: string
    }
  | {
      readonly state: 'deferred' | 'refused'
      readonly code: number
      readonly enhancedCode?: string
      readonly reply: string
    }
  | {
      readonly state: 'unreached'
      readonly reason: string
      /** The server refused who is sending: every other mail would fare the same until somebody mends it. */
      readonly isOurs?: true
    }
  | { readonly state: 'uncertain'; readonly reason: string }
  | { readonly state: 'stopped'; readonly cause: unknown }

/** Hands mail to a server. Every adapter must pass `tests/contract/mailer.contract.ts`. Never throws for a mail's fate. */
export type Mailer = {
  readonly send: (mail: Mail | FinishedMail, options?: SendOptions) => Promise<SendOutcome>
  /** Who all mail is from. */
  readonly from: string
  /** Where mail goes, in words for a person: a server's address or a folder. */
  readonly destination: string
  /** Whether mail would be taken now: null, or what is wrong. Sends nothing. */
  readonly check: () => Promise<string | null>
  readonly close: () => Promise<void>
}
