/** One call of the sender to the world around it: what it asked, of whom, with what. */
export type Call = {
  readonly of: 'database' | 'ledger' | 'mailer'
  readonly method: string
  readonly collection?: string
  readonly data?: Readonly<Record<string, unknown>>
}

type KillPoint = {
  readonly when: 'before' | 'after'
  readonly is: (call: Call) => boolean
  /** At which such call, counted from one. */
  readonly nth?: number
}

const row = (collection: string) => (call: Call) =>
  call.of === 'database' && call.method === 'create' && call.collection === collection

const issueBecomes =
  (...states: string[]) =>
  ({ collection, method, data }: Call) =>
    collection === 'bulletin-issues' &&
    method === 'updateOne' &&
    states.includes(String(data?.state))

const ledger =
  (...methods: string[]) =>
  ({ of, method }: Call) =>
    of === 'ledger' && methods.includes(method)

const outcomeIs =
  (state: string) =>
  ({ of, method, data }: Call) =>
    of === 'ledger' && ['change', 'record'].includes(method) && data?.state === state

const handsOver = ({ of, method }: Call) => of === 'mailer' && method === 'send'

const takesLease = ({ collection, method, data }: Call) =>
  collection === 'bulletin-issues' && method === 'updateOne' && typeof data?.owner === 'string'

/** Where the sender ends itself, in the order in which it comes by. */
export const KILL_POINTS = {
  'the issue is opened': { when: 'after', is: row('bulletin-issues') },
  'the lease is taken': { when: 'after', is: takesLease },
  'one of its items is written': { when: 'after', is: row('bulletin-items') },
  'it is about to be frozen': { when: 'before', is: issueBecomes('frozen') },
  'it is frozen': { when: 'after', is: issueBecomes('frozen') },
  'the first body is about to be kept': { when: 'before', is: row('bulletin-bodies') },
  'the second body is kept': { when: 'after', is: row('bulletin-bodies'), nth: 2 },
  'the first reader is enrolled': { when: 'after', is: ledger('add') },
  'the seventh reader is enrolled': { when: 'after', is: ledger('add'), nth: 7 },
  'it is about to be enrolled': { when: 'before', is: issueBecomes('enrolled') },
  'it is enrolled': { when: 'after', is: issueBecomes('enrolled') },
  'it is about to connect': { when: 'before', is: handsOver },
  'it stands at the gate': { when: 'before', is: ledger('claim'), nth: 3 },
  'it has passed the gate': { when: 'after', is: ledger('claim'), nth: 3 },
  'the server has said yes': { when: 'after', is: handsOver, nth: 2 },
  'a mail is noted as sent': { when: 'after', is: outcomeIs('sent'), nth: 2 },
  'it is about to be finished': { when: 'before', is: issueBecomes('finished') },
  'it is finished': { when: 'after', is: issueBecomes('finished') },
} as const satisfies Record<string, KillPoint>

export type KillPointName = keyof typeof KILL_POINTS

export const KILL_POINT_NAMES = Object.keys(KILL_POINTS) as KillPointName[]

/** Calls `die` when the sender comes by the point. */
export function watchFor(name: KillPointName, die: () => void) {
  const { when, is, nth = 1 }: KillPoint = KILL_POINTS[name]
  let met = 0
  return (moment: 'before' | 'after', call: Call): void => {
    if (moment !== when || !is(call)) return
    met += 1
    if (met === nth) die()
  }
}
