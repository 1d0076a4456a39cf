import type { Finding } from './look-at-link'

/** What is known of a link, by the looks so far. Dates in ISO. */
export type LinkState = {
  readonly url: string
  readonly standing: 'good' | 'moved' | 'suspect' | 'dead' | 'unsure'
  /** What the last look found, a piece of a sentence; null for good. */
  readonly said: string | null
  readonly movedTo: string | null
  /** When it last led somewhere. */
  readonly goodAt: string | null
  /** Since when every look that said anything said it is gone. */
  readonly goneSince: string | null
  readonly lookedAt: string
  readonly nextAt: string
}

const HOUR = 3_600_000
const WEEK = 168 * HOUR
const DAY = 24 * HOUR
/** A day, less what a loop may come early by. */
const A_DAY_APART = 23 * HOUR

const later = (now: Date, milliseconds: number): string =>
  new Date(now.getTime() + milliseconds).toISOString()

/**
 * What is known after one more look. A link is dead once two looks a day apart found it gone; a server that is unwell
 * changes nothing of what was known, in either direction.
 */
export function afterLook(
  before: LinkState | null,
  url: string,
  finding: Finding,
  now: Date,
): LinkState {
  const known = before?.url === url ? before : null
  const at = now.toISOString()
  const looked = {
    url,
    lookedAt: at,
    nextAt: later(now, DAY),
    said: null,
    movedTo: null,
    goneSince: null,
    goodAt: known?.goodAt ?? null,
  }
  if (finding.kind === 'good') {
    return { ...looked, standing: 'good', goodAt: at, nextAt: later(now, WEEK) }
  }
  if (finding.kind === 'moved') {
    const said = `has moved to ${finding.to}`
    return { ...looked, standing: 'moved', goodAt: at, said, movedTo: finding.to }
  }
  if (finding.kind === 'unsure') {
    const { standing = 'unsure', goneSince = null, movedTo = null } = known ?? {}
    return {
      ...looked,
      standing: standing === 'good' ? 'unsure' : standing,
      said: finding.said,
      goneSince,
      movedTo,
    }
  }
  const goneSince = known?.goneSince ?? at
  const isDead = now.getTime() - Date.parse(goneSince) >= A_DAY_APART
  return { ...looked, standing: isDead ? 'dead' : 'suspect', said: finding.said, goneSince }
}
