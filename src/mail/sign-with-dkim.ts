/** A key that signs mail, and under which name in the DNS its public half stands. */
export type SigningKey = {
  readonly domain: string
  readonly selector: string
  /** PEM, RSA. */
  readonly privateKey: string
}

/**
 * What a signature covers.
 *
 * RFC 8058 section 4 wants both headers of the one-click pair signed; nodemailer's own list leaves out the second, and
 * `Feedback-ID`, which counts for nothing unless it is signed.
 */
export const SIGNED_HEADERS = [
  'From',
  'To',
  'Reply-To',
  'Subject',
  'Date',
  'Message-ID',
  'MIME-Version',
  'Content-Type',
  'List-Unsubscribe',
  'List-Unsubscribe-Post',
  'List-Id',
  'List-Help',
  'List-Archive',
  'List-Owner',
  'List-Post',
  'Feedback-ID',
  'Auto-Submitted',
  'Precedence',
] as const

/** A key in the words of nodemailer (RFC 6376). */
export const signWithDkim = ({ domain, selector, privateKey }: SigningKey) => ({
  domainName: domain,
  keySelector: selector,
  privateKey,
  headerFieldNames: SIGNED_HEADERS.join(':'),
})
