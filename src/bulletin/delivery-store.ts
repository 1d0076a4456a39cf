import type { BulletinDelivery } from '@/payload-types'

export type DeliveryState = BulletinDelivery['state']

export const TERMINAL_STATES = [
  'sent',
  'failed',
  'suppressed',
  'skipped',
  'expired',
  'uncertain',
] as const satisfies readonly DeliveryState[]

export const DELIVERY_STATES = [...TERMINAL_STATES, 'pending', 'sending'] as const

export type DeliveryCounts = Readonly<Record<DeliveryState, number>>

export type NewDelivery = Pick<
  BulletinDelivery,
  | 'key'
  | 'issueKey'
  | 'memberId'
  | 'address'
  | 'addressHash'
  | 'state'
  | 'reason'
  | 'itemSetHash'
  | 'token'
  | 'messageId'
>

/** What became of a row, beside its state. Dates are ISO. */
export type DeliveryChange = Partial<
  Pick<
    BulletinDelivery,
    | 'state'
    | 'reason'
    | 'itemSetHash'
    | 'attempts'
    | 'nextAttemptAt'
    | 'doneAt'
    | 'smtpCode'
    | 'enhancedCode'
    | 'reply'
    | 'serverMessageId'
  >
>

/** The row must still be in this state, and, if given, have been claimed under this fence. */
export type DeliveryCondition = { readonly state: DeliveryState; readonly fence?: number }

/**
 * The ledger of who is owed an issue and what became of it.
 *
 * Every change is one durable compare-and-set: of two callers one wins, and the loser learns it by `false`.
 * Every adapter must pass `tests/contract/delivery-store.contract.ts`.
 */
export type DeliveryStore = {
  /** Adds a row unless the member, or the address, has one in this issue. Answers whether it was added. */
  readonly add: (delivery: NewDelivery) => Promise<boolean>
  /** Ids of the members who have a row in this issue. */
  readonly enrolled: (issueKey: string) => Promise<ReadonlySet<string>>
  /** Rows to be tried at `now`, by key, after the key `after`. */
  readonly due: (
    issueKey: string,
    now: Date,
    after: string,
    limit: number,
  ) => Promise<BulletinDelivery[]>
  /** Rows of an issue in a state, by key, after the key `after`. */
  readonly inState: (
    issueKey: string,
    state: DeliveryState,
    after: string,
    limit: number,
  ) => Promise<BulletinDelivery[]>
  /** Rows of a member in a state, over all issues. */
  readonly ofMember: (memberId: string, state: DeliveryState) => Promise<BulletinDelivery[]>
  /** The gate: `pending` becomes `sending` under this fence, counted as an attempt. */
  readonly claim: (delivery: BulletinDelivery, fence: number, now: Date) => Promise<boolean>
  readonly change: (
    id: string,
    condition: DeliveryCondition,
    change: DeliveryChange,
  ) => Promise<boolean>
  readonly counts: (issueKey: string) => Promise<DeliveryCounts>
}
