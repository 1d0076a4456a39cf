import { type Field, readFieldGroups, valueOf } from './inbound-fields'
import { type OpenedMail, partOf } from './inbound-parts'

/** What a server says became of a message for one recipient. */
export type RecipientReport = {
  /** Addresses it is about: the final one and, where mail was forwarded, the one we wrote to. */
  readonly recipients: readonly string[]
  /** `failed`, `delayed`, `delivered`, `relayed` or `expanded` */
  readonly action: string
  readonly status: string | null
  /** The refusing server's own words. */
  readonly diagnostic: string | null
}

export type DeliveryReport = {
  readonly envelopeId: string | null
  readonly reports: readonly RecipientReport[]
}

/** `rfc822; ana@example.org` without its type. RFC 6533 writes letters beyond ASCII as `\x{E9}`. */
function withoutType(value: string): string {
  const bare = value.includes(';') ? value.slice(value.indexOf(';') + 1) : value
  return bare
    .trim()
    .replace(/^<|>$/g, '')
    .replace(/\\x\{([0-9a-f]{2,6})\}/gi, (whole, hex: string) => {
      const point = Number.parseInt(hex, 16)
      return point <= 0x10ffff ? String.fromCodePoint(point) : whole
    })
}

function toReport(group: readonly Field[]): RecipientReport[] {
  const recipients = ['original-recipient', 'final-recipient']
    .map((name) => valueOf(group, name))
    .filter((value) => value !== null)
    .map(withoutType)
  if (recipients.length === 0) return []
  return [
    {
      recipients,
      action: (valueOf(group, 'action') ?? 'failed').toLowerCase(),
      status: valueOf(group, 'status'),
      diagnostic: valueOf(group, 'diagnostic-code'),
    },
  ]
}

/** The machine-readable report of RFC 3464, or of RFC 6533 for addresses beyond ASCII; null for mail without one. */
export function deliveryReportOf(mail: OpenedMail): DeliveryReport | null {
  const text = partOf(mail, 'message/delivery-status', 'message/global-delivery-status')
  if (text === null) return null
  const groups = readFieldGroups(text)
  return {
    envelopeId: valueOf(groups.flat(), 'original-envelope-id'),
    reports: groups.flatMap(toReport),
  }
}
