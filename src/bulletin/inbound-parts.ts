import { type ParsedMail, simpleParser } from 'mailparser'
import { type Field, readFields } from './inbound-fields'

export type Part = { readonly type: string; readonly content: Buffer }

/** A mail as it was found: its header, its words, and its other parts, none of them opened. */
export type OpenedMail = {
  readonly header: readonly Field[]
  readonly text: string
  readonly parts: readonly Part[]
}

const OPTIONS = {
  keepDeliveryStatus: true,
  ignoreEmbedded: true,
  skipImageLinks: true,
  skipTextToHtml: true,
}

async function parsed(raw: Buffer): Promise<ParsedMail | null> {
  try {
    return await simpleParser(raw, OPTIONS)
  } catch {
    return null
  }
}

/** Opens a message; null for what is no mail. Mail within it stays closed. */
export async function openMail(raw: Buffer): Promise<OpenedMail | null> {
  const mail = await parsed(raw)
  if (mail === null) return null
  return {
    header: mail.headerLines.flatMap(({ line }) => readFields(line)),
    text: mail.text ?? '',
    parts: mail.attachments.map(({ contentType, content }) => ({
      type: contentType.toLowerCase(),
      content,
    })),
  }
}

export const partOf = (mail: OpenedMail, ...types: readonly string[]): string | null =>
  mail.parts.find(({ type }) => types.includes(type))?.content.toString('utf8') ?? null

/** The header of the message a report gives back: whole, or its header alone. */
export function returnedHeader(mail: OpenedMail): readonly Field[] {
  const returned = partOf(
    mail,
    'message/rfc822',
    'text/rfc822-headers',
    'message/global',
    'message/global-headers',
    'message/rfc822-headers',
  )
  return readFields(returned?.replace(/\r\n?/g, '\n').trimStart().split('\n\n')[0] ?? '')
}
