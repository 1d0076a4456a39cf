import { enhancedCodeIn, replyCodeIn } from './inbound-class'
import { valueOf, valuesOf } from './inbound-fields'
import type { OpenedMail } from './inbound-parts'
import type { RecipientReport } from './inbound-reports'

const failed = (recipients: readonly string[], diagnostic: string | null): RecipientReport => ({
  recipients,
  action: 'failed',
  status: enhancedCodeIn(diagnostic),
  diagnostic,
})

const onOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** qmail's form: `<address>:` above the reason, a paragraph each, until one that begins with a hyphen. */
function qmailReports(text: string): RecipientReport[] {
  const [greeting = '', ...paragraphs] = text
    .replace(/\r\n?/g, '\n')
    .trimStart()
    .split(/\n\s*\n/)
  if (!greeting.startsWith('Hi. This is the')) return []
  const end = paragraphs.findIndex((paragraph) => paragraph.startsWith('-'))
  return paragraphs.slice(0, end < 0 ? undefined : end).flatMap((paragraph) => {
    const match = /^<([^>\n]+)>:\n([^]+)$/.exec(paragraph.trimEnd())
    return match ? [failed([match[1] ?? ''], onOneLine(match[2] ?? ''))] : []
  })
}

/** The first line that holds what a server answers with: an enhanced code, else a reply code. */
function answerIn(text: string): string | null {
  const lines = text.split('\n').map(onOneLine)
  return (
    lines.find((line) => enhancedCodeIn(line) !== null) ??
    lines.find((line) => replyCodeIn(line) !== null) ??
    null
  )
}

const isFromAMailServer = ({ header }: OpenedMail): boolean =>
  valueOf(header, 'return-path') === '<>' &&
  /\b(mailer-daemon|postmaster)@/i.test(valueOf(header, 'from') ?? '')

/** Where the message that is given back begins: what stands there is not the server's. */
const RETURNED = /^-{2,}.*(copy of|original message|message follows|undelivered message).*$/im

/**
 * Failures told in words for people: qmail's QSBMF, and the plain letters of Exim and of others.
 *
 * Recognised by what such letters always carry, a field, a first line or the sender, and read for their codes alone.
 */
export function plainReportsOf(mail: OpenedMail): readonly RecipientReport[] {
  const qmail = qmailReports(mail.text)
  if (qmail.length > 0) return qmail
  const named = valuesOf(mail.header, 'x-failed-recipients')
    .flatMap((value) => value.split(','))
    .map((address) => address.trim())
  const said = answerIn(mail.text.split(RETURNED)[0] ?? '')
  if (named.length > 0) return [failed(named, said)]
  return isFromAMailServer(mail) && said !== null ? [failed([], said)] : []
}
