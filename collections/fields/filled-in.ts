import type { PayloadRequest } from 'payload'

const LONGEST = 200

/** What the link to an empty form asks to be filled in: `…/create?fill=rough%20sleeping`. */
export function filledIn({ req }: { req: PayloadRequest }): string | undefined {
  const asked = (req.query as { fill?: unknown } | undefined)?.fill
  const text = typeof asked === 'string' ? asked.trim().slice(0, LONGEST) : ''
  return text === '' ? undefined : text
}
