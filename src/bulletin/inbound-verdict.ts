import { normaliseEmail } from '@/lib/email-address'
import { withoutNames } from '@/lib/without-names'
import type { InboundMail } from '@/payload-types'
import { bounceClassOf, enhancedCodeIn, replyCodeIn } from './inbound-class'
import type { InboundMessage } from './inbound-message'
import type { RecipientReport } from './inbound-reports'

export type InboundKind = InboundMail['kind']

export type Verdict = {
  readonly kind: InboundKind
  readonly enhancedCode: string | null
  /** The server's words, at most 300 characters, whoever they name made unreadable. */
  readonly diagnostic: string | null
}

const MOST_KEPT = 300

/** Spam reports and the like: the reader wants no more. `not-spam` is the opposite, `auth-failure` is about our DKIM. */
const COMPLAINTS = new Set(['abuse', 'fraud', 'opt-out'])

const kept = (words: string | null): string | null =>
  words === null ? null : withoutNames(words).replace(/\s+/g, ' ').trim().slice(0, MOST_KEPT)

const plain = (kind: InboundKind): Verdict => ({ kind, enhancedCode: null, diagnostic: null })

const KIND_OF_CLASS = { hard: 'bounce-hard', soft: 'bounce-soft', policy: 'policy' } as const

function onReport({ action, status, diagnostic }: RecipientReport): Verdict {
  const enhancedCode = enhancedCodeIn(status, diagnostic)
  const words = { enhancedCode, diagnostic: kept(diagnostic) }
  if (action === 'delayed') return { kind: 'delayed', ...words }
  if (action !== 'failed') return { kind: 'unrecognised', ...words }
  return { kind: KIND_OF_CLASS[bounceClassOf(enhancedCode, replyCodeIn(diagnostic))], ...words }
}

/** The report about an address, else, for mail that was forwarded on the way, the gravest one. */
function reportAbout(
  reports: readonly RecipientReport[],
  address: string | null,
): RecipientReport | undefined {
  const isAbout = ({ recipients }: RecipientReport) =>
    address !== null && recipients.some((one) => normaliseEmail(one) === normaliseEmail(address))
  const about = reports.filter(isAbout)
  const among = about.length > 0 ? about : reports
  return among.find(({ action }) => action === 'failed') ?? among[0]
}

/** What a message says of the mail to an address, as it is kept. */
export function verdictOn({ content }: InboundMessage, address: string | null): Verdict {
  switch (content.form) {
    case 'report': {
      const report = reportAbout(content.reports, address)
      return report ? onReport(report) : plain('unrecognised')
    }
    case 'feedback': {
      if (content.feedbackType === 'auth-failure') return plain('policy')
      return plain(COMPLAINTS.has(content.feedbackType) ? 'complaint' : 'unrecognised')
    }
    case 'automatic-reply':
      return plain('automatic-reply')
    case 'other':
      return plain('unrecognised')
  }
}
