import type { Payload } from 'payload'
import type { Settings } from '@/config/settings'
import type { BulletinIssue } from '@/payload-types'
import { comingItems, heldItems } from './coming-items'
import { chooseFor } from './enrol'
import { allChosen } from './choose-items'
import { type FindsAmong, gatherNews } from './issue-news'
import type { AnnouncedItem } from './items'
import { openIssue } from './open-issue'
import { everyReader, type Reader } from './reader'

export type PlannedReader = {
  readonly address: string
  /** Names of topics and of what is followed. None means all topics. */
  readonly topics: readonly string[]
  /** How many items the mail would hold. */
  readonly items: number
  /** Why no mail would be sent, or null. */
  readonly reason: string | null
}

export type IssuePlan = {
  readonly issue: BulletinIssue
  readonly items: readonly AnnouncedItem[]
  /** What editors keep for the next issue. */
  readonly held: readonly AnnouncedItem[]
  readonly readers: readonly PlannedReader[]
}

type PlanArgs = {
  readonly payload: Payload
  readonly settings: Settings
  readonly findsAmong: FindsAmong
  readonly now: Date
}

function wishesInWords({ topics, follows }: Reader): string[] {
  const followed = [...follows.series, ...follows.briefings].map(({ name }) => name)
  if (follows.scope === 'followed') return followed.length > 0 ? followed : ['nothing']
  const ofTopics = topics.map(({ name }) => name)
  if (followed.length === 0) return ofTopics
  return [...(ofTopics.length > 0 ? ofTopics : ['all topics']), ...followed]
}

/** The coming issue as it stands: its items, who would get it and who would not, and why. Freezes nothing. */
export async function planIssue(args: PlanArgs): Promise<IssuePlan> {
  const { payload, settings, now } = args
  const issue = await openIssue({ payload, settings, now })
  const slotAt = new Date(issue.slotAt)
  const asOf = slotAt > now ? slotAt : now
  const items = await comingItems(payload, issue, asOf)
  const held = await heldItems(payload, issue, asOf)
  const news = await gatherNews({ ...args, items, now: asOf })
  const readers: PlannedReader[] = []
  for await (const reader of everyReader({ payload, settings, now })) {
    const chosen = await chooseFor(payload, reader, news, issue.key, now)
    const count = allChosen(chosen).length
    readers.push({
      address: reader.member.email,
      topics: wishesInWords(reader),
      items: reader.bar ? 0 : count,
      reason: reader.bar?.reason ?? (count === 0 ? 'nothing new on their topics' : null),
    })
  }
  return { issue, items, held, readers }
}
