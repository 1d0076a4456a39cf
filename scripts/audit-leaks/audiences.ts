import type { Audience } from './marks'

/**
 * Who may meet which field, written by hand. What no line names is for staff: a new field is guarded from its first day.
 *
 * The longest beginning that fits counts. `of a draft` and the like are part of the name of a row that nobody but staff
 * may know of, so they need no line.
 */
const LINES: readonly (readonly [string, Audience])[] = [
  ...['title', 'summary', 'slug', 'reference', 'id', 'ending', 'replacedBy'].map(
    (field) => [`briefings.${field}`, 'public'] as const,
  ),
  ...['keyPoints', 'body', 'changes'].map((field) => [`briefings.${field}`, 'members'] as const),
  ['articles.', 'public'],
  ['topics.', 'public'],
  ['series.', 'public'],
  ['media.', 'public'],
  ...['name', 'slug', 'jobTitle', 'biography', 'id'].map(
    (field) => [`staff.${field}`, 'public'] as const,
  ),
  ...[
    'hash',
    'resetPasswordExpiration',
    'resetPasswordRequestedAt',
    'resetPasswordToken',
    'revision',
    'salt',
    'secondFactor',
    'sessions',
  ].map((field) => [`staff.${field}`, 'nobody'] as const),
  ['sources.', 'members'],
  ['sources.note', 'staff'],
  ['sources.key', 'staff'],
  ['sources.mergedFrom', 'staff'],
  ['attachments.', 'members'],
  ['members.', 'own'],
  ['organisations.name', 'own'],
  ['organisations.id', 'own'],
  ['subscriptions.', 'own'],
  ['saved-searches.', 'owner alone'],
  ['reading-list.', 'owner alone'],
  ['reading-history.', 'owner alone'],
  ['bulletin-bodies.', 'nobody'],
  ['bulletin-receipts.', 'nobody'],
  ['mailer-state.', 'nobody'],
  ['member-sessions.', 'nobody'],
  ['sign-in-codes.', 'nobody'],
  ['attempts.', 'nobody'],
  ['colleague-passes.tokenHash', 'nobody'],
  ...['id', 'briefingId'].map((field) => [`colleague-passes.${field}`, 'own'] as const),
  ['audit-events.', 'administrators'],
  ['address-changes.', 'nobody'],
  ...['id', 'oldEmail', 'newEmail'].map(
    (field) => [`address-changes.${field}`, 'owner alone'] as const,
  ),
  ...['id', 'device'].map((field) => [`member-sessions.${field}`, 'owner alone'] as const),
  ['organisations.domains', 'own'],
  ['bulletin-issues.introduction', 'public'],
  ['working-copies.', 'owner alone'],
  ['payload-kv.', 'nobody'],
  ['payload-migrations.', 'nobody'],
  ['payload-preferences.', 'nobody'],
  ['files.', 'nobody'],
]

/** Rows that readers may not know to exist. Staff alone meet anything of them. */
export type Stage = 'live' | 'of a draft' | 'of the future' | 'of a draft upon it' | 'taken back'

/** Audiences that a stage of its row does not narrow any further. */
const NARROWER: ReadonlySet<Audience> = new Set(['nobody', 'owner alone', 'administrators'])

/** Whether a field is for somebody other than officers, or for nobody. */
export const isKeptFromOfficers = (field: string): boolean =>
  NARROWER.has(audienceOf(field, 'live'))

export function audienceOf(field: string, stage: Stage): Audience {
  const fitting = LINES.filter(([beginning]) => field.startsWith(beginning)).sort(
    ([one], [other]) => other.length - one.length,
  )
  const named = fitting[0]?.[1] ?? 'staff'
  return stage === 'live' || NARROWER.has(named) ? named : 'staff'
}
