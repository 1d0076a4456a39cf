import { type Field, readFields, valueOf } from './inbound-fields'
import { type OpenedMail, openMail, partOf, returnedHeader } from './inbound-parts'
import { plainReportsOf } from './inbound-plain'
import { deliveryReportOf, type RecipientReport } from './inbound-reports'
import { type Traces, tracesOf } from './inbound-traces'

/** What a message in the bounce mailbox is, before anybody asks whom it is about. */
export type InboundMessage = {
  readonly content:
    | { readonly form: 'report'; readonly reports: readonly RecipientReport[] }
    | { readonly form: 'feedback'; readonly feedbackType: string }
    | { readonly form: 'automatic-reply' }
    | { readonly form: 'other' }
  readonly traces: Traces
  /** When its writer says it was written. */
  readonly date: Date | null
}

type Reading = Pick<InboundMessage, 'content'> & {
  readonly envelopeIds?: readonly (string | null)[]
  readonly originalSender?: string | null
  readonly quoted?: string
}

/** A report of a provider's reader who called it spam (RFC 5965), or of an older form of Microsoft's programme. */
function feedbackIn(mail: OpenedMail): Reading | null {
  const report = partOf(mail, 'message/feedback-report')
  if (report !== null) {
    const fields = readFields(report)
    const feedbackType = (valueOf(fields, 'feedback-type') ?? 'abuse').toLowerCase()
    return {
      content: { form: 'feedback', feedbackType },
      envelopeIds: [valueOf(fields, 'original-envelope-id')],
      originalSender: valueOf(fields, 'original-mail-from'),
    }
  }
  return valueOf(returnedHeader(mail), 'x-hmxmroriginalrecipient') === null
    ? null
    : { content: { form: 'feedback', feedbackType: 'abuse' } }
}

function reportIn(mail: OpenedMail): Reading | null {
  const report = deliveryReportOf(mail)
  if (report === null) return null
  const { reports, envelopeId } = report
  return { content: { form: 'report', reports }, envelopeIds: [envelopeId] }
}

function plainBounceIn(mail: OpenedMail): Reading | null {
  const reports = plainReportsOf(mail)
  return reports.length > 0 ? { content: { form: 'report', reports }, quoted: mail.text } : null
}

/**
 * RFC 3834 section 5, and what responders without it write. Reports carry the same marks, so they are looked for first.
 */
function isAutomaticReply(mail: OpenedMail): boolean {
  const { header } = mail
  const submitted = (valueOf(header, 'auto-submitted') ?? 'no').toLowerCase()
  const isAnswer = valueOf(header, 'in-reply-to') !== null
  if (partOf(mail, 'message/disposition-notification') !== null) return true
  if (/^multipart\/report\b/i.test(valueOf(header, 'content-type') ?? '')) return false
  return (
    submitted.startsWith('auto-replied') ||
    ['x-autoreply', 'x-autorespond', 'x-autoresponder'].some((n) => valueOf(header, n) !== null) ||
    valueOf(header, 'precedence')?.toLowerCase() === 'auto_reply' ||
    (isAnswer && (submitted !== 'no' || valueOf(header, 'x-auto-response-suppress') !== null))
  )
}

const machineReading = (mail: OpenedMail): Reading | null =>
  feedbackIn(mail) ?? reportIn(mail) ?? plainBounceIn(mail)

function dateOf(header: readonly Field[]): Date | null {
  const date = new Date(valueOf(header, 'date') ?? '')
  return Number.isNaN(date.getTime()) ? null : date
}

function toMessage(mail: OpenedMail, outer: readonly Field[], reading: Reading): InboundMessage {
  const { content, envelopeIds = [], originalSender = null, quoted = '' } = reading
  const traces = tracesOf({
    own: [outer, mail.header],
    returned: returnedHeader(mail),
    quoted,
    envelopeIds,
    originalSender,
  })
  return { content, traces, date: dateOf(mail.header) }
}

/** A report that a person, or a rule of theirs, passed on as an attachment. */
async function openForwarded(mail: OpenedMail): Promise<OpenedMail | null> {
  const within = mail.parts.find(({ type }) => type === 'message/rfc822')
  return within ? openMail(within.content) : null
}

async function readOpened(mail: OpenedMail): Promise<InboundMessage> {
  const own = machineReading(mail)
  if (own) return toMessage(mail, [], own)
  const forwarded = await openForwarded(mail)
  const passedOn = forwarded && machineReading(forwarded)
  if (passedOn) return toMessage(forwarded, mail.header, passedOn)
  const form = isAutomaticReply(mail) ? 'automatic-reply' : 'other'
  return toMessage(mail, [], { content: { form } })
}

const UNREADABLE: InboundMessage = {
  content: { form: 'other' },
  traces: { deliveryTokens: [], envelopeIds: [], messageIds: [], readerTokens: [] },
  date: null,
}

/**
 * Reads a raw message from the bounce mailbox (RFC 5322): delivery reports (RFC 3464, 6533), feedback reports (RFC 5965),
 * qmail's and other plain letters, automatic replies (RFC 3834). Never throws: what cannot be read is `other`.
 */
export async function readInbound(raw: Buffer): Promise<InboundMessage> {
  const mail = await openMail(raw)
  return mail ? readOpened(mail) : UNREADABLE
}
