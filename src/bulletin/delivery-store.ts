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

/** What a member has been told: editions of briefings, by an issue. */
export type Told = Pick<BulletinDelivery, 'memberId' | 'issueKey'> & {
  readonly items: readonly { readonly briefingId: string; readonly edition: number }[]
}

/**
 * The ledger of who is owed an issue and what became of it.
 *
 * Every change is one durable compare-and-set: of two callers one wins, and the loser learns it by `false`.
 * Beside the rows stand receipts: what each member has been told, each edition once.
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
  /**
   * The gate: `pending` becomes `sending` under this fence, counted as an attempt. It may wait a moment for others, of whom
   * there are `atOnce` at most with it.
   */
  readonly claim: (
    delivery: BulletinDelivery,
    fence: number,
    now: Date,
    atOnce?: number,
  ) => Promise<boolean>
  readonly change: (
    id: string,
    condition: DeliveryCondition,
    change: DeliveryChange,
  ) => Promise<boolean>
  /**
   * As `change`, for what became of a mail. With `told`, its receipts are written too if the row was changed: never
   * before it, and where that can be, with it.
   */
  readonly record: (
    id: string,
    condition: DeliveryCondition,
    change: DeliveryChange,
    told?: Told,
  ) => Promise<boolean>
  /**
   * Whether what is asked for first is never on the disk later than what is asked for after it. Where it is so, a sender
   * need not wait for the outcome of its last mail to be recorded before it claims its next: at most one of them stands
   * as `sending`, whenever the process ends.
   */
  readonly keepsOrder: boolean
  /** Writes receipts. Safe to repeat: an edition a member was told of keeps the receipt it has. */
  readonly tell: (told: Told) => Promise<void>
  /** Whether a member has a receipt for every one of these items. */
  readonly hasTold: (told: Told) => Promise<boolean>
  readonly counts: (issueKey: string) => Promise<DeliveryCounts>
}
