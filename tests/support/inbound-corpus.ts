import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { InboundKind } from '@/bulletin/inbound-verdict'

const folder = path.join(import.meta.dirname, 'inbound')

export type Specimen = {
  /** The file's name, without `.eml`. */
  readonly name: string
  /** Whose delivery it is about, or null where it is about none of ours. */
  readonly reader: string | null
  readonly kind: InboundKind
  readonly code: string | null
}

const specimen = (
  name: string,
  reader: string | null,
  kind: InboundKind,
  code: string | null = null,
): Specimen => ({ name, reader, kind, code })

/** What each message of the corpus is, written by hand. */
export const CORPUS: readonly Specimen[] = [
  specimen('postfix-unknown', 'ada', 'bounce-hard', '5.1.1'),
  specimen('postfix-mailbox-full', 'bea', 'bounce-soft', '5.2.2'),
  specimen('postfix-delayed', 'cal', 'delayed', '4.4.1'),
  specimen('postfix-given-up', 'cal', 'bounce-soft', '4.4.1'),
  specimen('postfix-policy', 'dot', 'policy', '5.7.1'),
  specimen('postfix-two-recipients', 'eve', 'bounce-soft', '5.2.2'),
  specimen('relay-rewrote-the-sender', 'fin', 'bounce-hard', '5.1.1'),
  specimen('found-by-message-id', 'gil', 'bounce-hard', '5.1.3'),
  specimen('forged-token', null, 'bounce-hard', '5.1.1'),
  specimen('without-enhanced-code', 'hal', 'bounce-soft', '5.0.0'),
  specimen('reply-code-alone', 'ian', 'bounce-hard', '5.0.0'),
  specimen('exim-unknown', 'jan', 'bounce-hard', '5.1.1'),
  specimen('exim-plain-letter', 'kit', 'bounce-hard', '5.1.1'),
  specimen('exchange-unknown', 'lil', 'bounce-hard', '5.1.10'),
  specimen('microsoft-365-access-denied', 'max', 'bounce-soft', '5.4.1'),
  specimen('microsoft-365-mailbox-full', 'ned', 'bounce-soft', '5.2.2'),
  specimen('microsoft-365-authentication', 'oli', 'policy', '5.7.515'),
  specimen('gmail-unknown', 'pam', 'bounce-hard', '5.1.1'),
  specimen('gmail-disabled', 'quin', 'bounce-hard', '5.2.1'),
  specimen('gmail-authentication', 'roy', 'policy', '5.7.26'),
  specimen('gmail-mailbox-full', 'sam', 'bounce-soft', '4.2.2'),
  specimen('gmail-too-many', 'uma', 'bounce-soft', '4.7.28'),
  specimen('yahoo-no-account', 'tia', 'bounce-soft', '5.0.0'),
  specimen('yahoo-policy', 'val', 'policy', '5.7.9'),
  specimen('sendmail-unknown', 'wes', 'bounce-hard', '5.1.1'),
  specimen('sendmail-no-such-domain', 'xia', 'bounce-hard', '5.1.2'),
  specimen('qmail-unknown', 'yan', 'bounce-hard', '5.1.1'),
  specimen('qmail-without-code', 'zoe', 'bounce-soft'),
  specimen('opensmtpd-unknown', 'abe', 'bounce-hard', '5.1.1'),
  specimen('yahoo-complaint', 'bob', 'complaint'),
  specimen('complaint-by-message-id', 'cat', 'complaint'),
  specimen('complaint-by-reader-link', 'dan', 'complaint'),
  specimen('microsoft-complaint', 'eli', 'complaint'),
  specimen('not-spam', 'deb', 'unrecognised'),
  specimen('out-of-office-exchange', 'flo', 'automatic-reply'),
  specimen('out-of-office-sieve', 'gus', 'automatic-reply'),
  specimen('out-of-office-old', 'hew', 'automatic-reply'),
  specimen('forwarded-bounce', 'ivy', 'bounce-hard', '5.1.1'),
  specimen('bounce-of-another-list', null, 'bounce-hard', '5.1.1'),
  specimen('report-in-utf-8', 'joy', 'bounce-hard', '5.1.6'),
  specimen('letter-from-a-person', 'kay', 'unrecognised'),
]

/** Everybody the corpus is about. */
export const READERS: readonly string[] = [
  ...new Set(CORPUS.flatMap(({ reader }) => reader ?? [])),
].sort()

type Tokens = {
  readonly delivery: (reader: string) => string
  readonly reader: (reader: string) => string
  /** After everybody asked for the Bulletin, and before now. */
  readonly later: Date
}

/** A message of the corpus as a server hands it over, about deliveries with these tokens. */
export function rawSpecimen(name: string, tokens: Tokens): Buffer {
  const text = readFileSync(path.join(folder, `${name}.eml`), 'utf8')
    .replaceAll(/\{\{token:(\w+)\}\}/g, (_whole, reader: string) => tokens.delivery(reader))
    .replaceAll(/\{\{reader:(\w+)\}\}/g, (_whole, reader: string) => tokens.reader(reader))
    .replaceAll('{{later}}', tokens.later.toUTCString().replace('GMT', '+0000'))
    .replaceAll('{{later}}', tokens.later.toUTCString().replace('GMT', '+0000'))
  return Buffer.from(text.replaceAll('\n', '\r\n'))
}

/** The same news in a message of other bytes, as a relay that passes it on twice writes it. */
export const writtenAgain = (raw: Buffer, mark: number): Buffer =>
  Buffer.concat([Buffer.from(`X-Passed-On: ${mark}\r\n`), raw])
