import type { Payload } from 'payload'
import type { Settings } from '@/config/settings'
import type { Member, Subscription } from '@/payload-types'
import type { LastLook, Standing } from '../last-look'
import { barOf, SUPPRESSED } from '../reader'
import { addressHash } from '../tokens'
import { type LedgerFile, ledgerFileOf, type Row } from './ledger-file'
import { toDocument } from './sqlite-rows'

const publishedIn = (table: 'briefings' | 'articles') => `SELECT count(*) AS n FROM ${table}
    WHERE id IN (SELECT value FROM json_each(?)) AND +_status = 'published' AND +published_at <= ?`

/**
 * None of these may read a whole table: the tests look at how each is answered. A plus keeps SQLite from going through all
 * that is published to find twelve.
 */
export const LAST_LOOK_QUERIES = {
  reader: `SELECT s.id, s.status, s.paused_until, m.email, o.id AS organisation_id,
      o.membership_from, o.membership_to, o.grace_days
    FROM subscriptions AS s JOIN members AS m ON m.id = s.member_id
      LEFT JOIN organisations AS o ON o.id = m.organisation_id
    WHERE s.member_id = ?`,
  issue: 'SELECT state FROM bulletin_issues WHERE key = ?',
  suppressed: 'SELECT 1 FROM suppressions WHERE address_hash = ?',
  publishedBriefings: publishedIn('briefings'),
  publishedArticles: publishedIn('articles'),
} as const

/** The reader's row as the subscription and the member it was joined from, as far as they decide who is mailed. */
function readerIn(row: Row) {
  const { id, status, pausedUntil, email, organisationId, ...membership } = toDocument(row)
  return {
    subscriptionId: String(id),
    email: String(email),
    subscription: { status, pausedUntil } as Pick<Subscription, 'status' | 'pausedUntil'>,
    member: {
      organisation: organisationId === null ? '' : { id: organisationId, ...membership },
    } as unknown as Pick<Member, 'organisation'>,
  }
}

const isSuppressed = (file: LedgerFile, hash: string): boolean =>
  file.row(LAST_LOOK_QUERIES.suppressed, [hash]) !== undefined

/** A last look by three prepared statements. */
export function sqliteLastLook(payload: Payload, { secret }: Pick<Settings, 'secret'>): LastLook {
  const file = ledgerFileOf(payload)

  const standingOf = (memberId: string, now: Date): Standing | null => {
    const row = file.row(LAST_LOOK_QUERIES.reader, [memberId])
    if (!row) return null
    const { subscriptionId, email, subscription, member } = readerIn(row)
    const suppressed = isSuppressed(file, addressHash(secret, email))
    return { subscriptionId, bar: suppressed ? SUPPRESSED : barOf(subscription, member, now) }
  }

  // Most mails of an issue tell the same. What was public stays so until somebody writes: time alone hides nothing.
  const areAll = (query: string) => {
    let publicSince = -1
    let known = ''
    return (named: readonly string[], now: Date) => {
      const ids = [...new Set(named)]
      const listed = JSON.stringify(ids)
      const version = file.version()
      if (version === publicSince && listed === known) return Promise.resolve(true)
      const isSo = Number(file.row(query, [listed, now.toISOString()])?.n) === ids.length
      ;[publicSince, known] = isSo ? [version, listed] : [-1, '']
      return Promise.resolve(isSo)
    }
  }

  return {
    standingOf: (memberId, now) => Promise.resolve(standingOf(memberId, now)),
    areAllPublic: areAll(LAST_LOOK_QUERIES.publishedBriefings),
    areArticlesPublic: areAll(LAST_LOOK_QUERIES.publishedArticles),
    isSending: (issueKey) =>
      Promise.resolve(file.row(LAST_LOOK_QUERIES.issue, [issueKey])?.state === 'sending'),
  }
}
