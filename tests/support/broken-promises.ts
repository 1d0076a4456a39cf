import { TERMINAL_STATES } from '@/bulletin/delivery-store'
import type {
  BulletinDelivery,
  BulletinIssue,
  BulletinItem,
  BulletinReceipt,
} from '@/payload-types'

/** All there is to know of what was sent: by whom it was promised, what became of it, and what the server has. */
export type Evidence = {
  readonly issues: readonly Pick<BulletinIssue, 'key' | 'state' | 'slotAt' | 'candidates'>[]
  readonly rows: readonly Pick<
    BulletinDelivery,
    'key' | 'issueKey' | 'memberId' | 'state' | 'reason' | 'messageId'
  >[]
  readonly items: readonly Pick<BulletinItem, 'issueKey' | 'briefingId' | 'edition' | 'topicIds'>[]
  readonly receipts: readonly Pick<
    BulletinReceipt,
    'memberId' | 'briefingId' | 'edition' | 'issueKey'
  >[]
  /** `Message-ID` of every mail the server accepted, without brackets. */
  readonly accepted: readonly string[]
  /** By member, the topics they follow. */
  readonly follows: ReadonlyMap<string, readonly string[]>
  /** How many mails may at most have been at the gate when a process ended. */
  readonly mostUncertain: number
}

const isEnded = (state: string) => TERMINAL_STATES.some((one) => one === state)

function notOnce({ accepted }: Evidence): string[] {
  return [...new Set(accepted)]
    .filter((id) => accepted.filter((one) => one === id).length > 1)
    .map((id) => `I1: ${id} was accepted twice`)
}

function notAccounted({ issues, rows, follows }: Evidence): string[] {
  return issues
    .filter(({ state }) => state === 'finished')
    .flatMap(({ key, candidates }) => {
      const ofIssue = rows.filter(({ issueKey }) => issueKey === key)
      const open = ofIssue.filter(({ state }) => !isEnded(state))
      const isWhole = ofIssue.length === follows.size && candidates === follows.size
      return [
        ...open.map((row) => `I2: ${row.key} is ${row.state} in a finished issue`),
        ...(isWhole
          ? []
          : [`I2: ${key} has ${ofIssue.length} rows of ${candidates ?? 'no'} candidates`]),
      ]
    })
}

function notTrue({ rows, accepted }: Evidence): string[] {
  const has = new Set(accepted)
  const byMessage = new Map(rows.map((row) => [row.messageId, row]))
  const claimed = rows.filter(
    ({ state, messageId }) => state === 'sent' && !has.has(messageId ?? ''),
  )
  const unknown = accepted.filter(
    (id) => !['sent', 'uncertain'].includes(byMessage.get(id)?.state ?? ''),
  )
  return [
    ...claimed.map(({ key }) => `I3: ${key} is called sent, and the server has not got it`),
    ...unknown.map((id) => `I4: the server has ${id}, and the ledger does not know`),
  ]
}

function tooUncertain({ rows, mostUncertain }: Evidence): string[] {
  const uncertain = rows.filter(({ state }) => state === 'uncertain').length
  return uncertain > mostUncertain
    ? [`I5: ${uncertain} are uncertain, of ${mostUncertain} that may be`]
    : []
}

/** The issue and the one after it: by then everybody knows, or there is a reason. */
function forgotten({ issues, rows, items, receipts, follows }: Evidence): string[] {
  const order = [...issues].sort((a, b) => a.slotAt.localeCompare(b.slotAt)).map(({ key }) => key)
  return items.flatMap(({ issueKey, briefingId, edition, topicIds }) => {
    const at = order.indexOf(issueKey)
    const within = order.slice(at, at + 2)
    const isFor = (topics: readonly string[]) =>
      topics.some((topic) => (topicIds as string[]).includes(topic))
    return [...follows]
      .filter(([, topics]) => at >= 0 && isFor(topics))
      .filter(([memberId]) => {
        const isTold = receipts.some(
          (one) =>
            one.memberId === memberId &&
            one.briefingId === briefingId &&
            one.edition === edition &&
            within.includes(one.issueKey),
        )
        const theirs = rows.filter(
          (one) => one.memberId === memberId && within.includes(one.issueKey),
        )
        const isExplained =
          theirs.length > 0 && theirs.every(({ state, reason }) => state !== 'sent' && reason)
        return !isTold && !isExplained
      })
      .map(([memberId]) => `I6: ${memberId} was not told of ${briefingId}, and nothing says why`)
  })
}

/** Each promise of the Bulletin that this evidence shows broken, in a sentence. None, if all is well. */
export const brokenPromises = (evidence: Evidence): string[] =>
  [notOnce, notAccounted, notTrue, tooUncertain, forgotten].flatMap((look) => look(evidence))
