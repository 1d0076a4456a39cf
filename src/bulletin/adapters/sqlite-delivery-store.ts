import type { Payload } from 'payload'
import { uuidV7 } from '@/lib/uuid-v7'
import type { BulletinDelivery } from '@/payload-types'
import {
  DELIVERY_STATES,
  type DeliveryChange,
  type DeliveryCondition,
  type DeliveryCounts,
  type DeliveryStore,
  type NewDelivery,
  type Told,
} from '../delivery-store'
import { type LedgerFile, ledgerFileOf, type Row, type Value } from './ledger-file'
import { toColumn, toDocument } from './sqlite-rows'

/** What the ledger asks of SQLite. None of these may read a whole table: the tests look at how each is answered. */
export const LEDGER_QUERIES = {
  enrolled: 'SELECT member_id FROM bulletin_deliveries WHERE issue_key = ?',
  due: `SELECT * FROM bulletin_deliveries
    WHERE issue_key = ? AND state = 'pending' AND key > ?
      AND (next_attempt_at IS NULL OR next_attempt_at <= ?) ORDER BY key LIMIT ?`,
  inState: `SELECT * FROM bulletin_deliveries
    WHERE issue_key = ? AND state = ? AND key > ? ORDER BY key LIMIT ?`,
  ofMember: 'SELECT * FROM bulletin_deliveries WHERE member_id = ? AND state = ?',
  counts: 'SELECT state, count(*) AS n FROM bulletin_deliveries WHERE issue_key = ? GROUP BY state',
  claim: `UPDATE bulletin_deliveries
    SET state = 'sending', fence = ?, attempts = ?, sending_at = ?
    WHERE id = ? AND state = 'pending'`,
  tell: `INSERT INTO bulletin_receipts
      (id, member_id, issue_key, briefing_id, edition, created_at, updated_at)
    SELECT value ->> 0, ?1, ?2, value ->> 1, value ->> 2, ?3, ?3 FROM json_each(?4) WHERE true
    ON CONFLICT (member_id, briefing_id, edition) DO NOTHING`,
  hasTold: `SELECT count(*) AS n FROM json_each(?2) AS item CROSS JOIN bulletin_receipts
    ON member_id = ?1 AND briefing_id = item.value ->> 0 AND edition = item.value ->> 1`,
} as const

/** As long as a slow disk takes for a commit: to wait for the others costs no more than to go one by one. */
const CLAIM_WAITS_MS = 4

/** Long enough for the next claims, whose commit takes it along, where the mail server is quick. */
const OUTCOME_WAITS_MS = 12

const toSql = (value: unknown): Value => (value ?? null) as Value

const assignments = (data: object): string =>
  Object.keys(data)
    .map((field) => `${toColumn(field)} = ?`)
    .join(', ')

const toDelivery = (row: Row): BulletinDelivery => toDocument(row) as unknown as BulletinDelivery

const moment = (): string => new Date().toISOString()

function insert(file: LedgerFile, delivery: NewDelivery): boolean {
  const at = moment()
  const row = { attempts: 0, fence: 0, ...delivery, id: uuidV7(), createdAt: at, updatedAt: at }
  const fields = Object.keys(row)
  const columns = fields.map(toColumn).join(', ')
  const places = fields.map(() => '?').join(', ')
  const sql = `INSERT INTO bulletin_deliveries (${columns}) VALUES (${places}) ON CONFLICT DO NOTHING`
  return file.run(sql, Object.values(row).map(toSql)) === 1
}

function update(
  file: LedgerFile,
  id: string,
  { state, fence }: DeliveryCondition,
  change: DeliveryChange,
): boolean {
  const data = { ...change, updatedAt: moment() }
  const held = fence === undefined ? '' : ' AND fence = ?'
  const sql = `UPDATE bulletin_deliveries SET ${assignments(data)} WHERE id = ? AND state = ?${held}`
  const values = [...Object.values(data).map(toSql), id, state]
  return file.run(sql, fence === undefined ? values : [...values, fence]) === 1
}

function insertReceipts(file: LedgerFile, { memberId, issueKey, items }: Told): void {
  const rows = items.map(({ briefingId, edition }) => [uuidV7(), briefingId, edition])
  file.run(LEDGER_QUERIES.tell, [memberId, issueKey, moment(), JSON.stringify(rows)])
}

/**
 * The ledger on SQLite: prepared statements on a connection of its own, and one durable commit for all that comes within
 * a turn of the event loop (docs/decisions/019-the-speed-of-the-bulletin.md).
 */
export function sqliteDeliveryStore(payload: Payload): DeliveryStore {
  const file = ledgerFileOf(payload)
  const read = (sql: string, values: readonly Value[]): Promise<BulletinDelivery[]> =>
    Promise.resolve(file.rows(sql, values).map(toDelivery))

  return {
    add: (delivery) => file.commit(() => insert(file, delivery)),
    enrolled: (issueKey) =>
      Promise.resolve(
        new Set(file.rows(LEDGER_QUERIES.enrolled, [issueKey]).map((row) => String(row.member_id))),
      ),
    due: (issueKey, now, after, limit) =>
      read(LEDGER_QUERIES.due, [issueKey, after, now.toISOString(), limit]),
    inState: (issueKey, state, after, limit) =>
      read(LEDGER_QUERIES.inState, [issueKey, state, after, limit]),
    ofMember: (memberId, state) => read(LEDGER_QUERIES.ofMember, [memberId, state]),
    claim: ({ id, attempts }, fence, now, atOnce = 1) =>
      file.commitSoon(
        () => {
          const values = [fence, attempts + 1, now.toISOString(), id]
          return file.run(LEDGER_QUERIES.claim, values) === 1
        },
        CLAIM_WAITS_MS,
        atOnce,
      ),
    change: (id, condition, change) => file.commit(() => update(file, id, condition, change)),
    keepsOrder: true,
    record: (id, condition, change, told) =>
      file.commitSoon(() => {
        const changed = update(file, id, condition, change)
        if (changed && told) insertReceipts(file, told)
        return changed
      }, OUTCOME_WAITS_MS),
    tell: (told) => file.commit(() => insertReceipts(file, told)),
    hasTold: ({ memberId, items }) => {
      const listed = JSON.stringify(items.map(({ briefingId, edition }) => [briefingId, edition]))
      const row = file.row(LEDGER_QUERIES.hasTold, [memberId, listed])
      return Promise.resolve(Number(row?.n) === items.length)
    },
    counts: (issueKey) => {
      const rows = file.rows(LEDGER_QUERIES.counts, [issueKey])
      const counted = rows.map(({ state, n }) => [state, n] as const)
      const none = DELIVERY_STATES.map((state) => [state, 0] as const)
      return Promise.resolve(Object.fromEntries([...none, ...counted]) as DeliveryCounts)
    },
  }
}
