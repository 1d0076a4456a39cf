import type { Payload } from 'payload'
import type { Settings } from '@/config/settings'
import type { BulletinIssue } from '@/payload-types'
import { comingItems } from './coming-items'
import { chooseFor } from './enrol'
import { allChosen } from './choose-items'
import { type FindsAmong, gatherNews } from './issue-news'
import type { AnnouncedItem } from './items'
import { openIssue } from './open-issue'
import { everyReader } from './reader'

export type PlannedReader = {
  readonly address: string
  /** None means all. */
  readonly topics: readonly string[]
  /** How many items the mail would hold. */
  readonly items: number
  /** Why no mail would be sent, or null. */
  readonly reason: string | null
}

export type IssuePlan = {
  readonly issue: BulletinIssue
  readonly items: readonly AnnouncedItem[]
  readonly readers: readonly PlannedReader[]
}

type PlanArgs = {
  readonly payload: Payload
  readonly settings: Settings
  readonly findsAmong: FindsAmong
  readonly now: Date
}

/** The coming issue as it stands: its items, who would get it and who would not, and why. Freezes nothing. */
export async function planIssue(args: PlanArgs): Promise<IssuePlan> {
  const { payload, settings, now } = args
  const issue = await openIssue({ payload, settings, now })
  const slotAt = new Date(issue.slotAt)
  const asOf = slotAt > now ? slotAt : now
  const items = await comingItems(payload, issue, asOf)
  const news = await gatherNews({ ...args, items, now: asOf })
  const readers: PlannedReader[] = []
  for await (const reader of everyReader({ payload, settings, now })) {
    const chosen = await chooseFor(payload, reader, news, issue.key, now)
    const count = allChosen(chosen).length
    readers.push({
      address: reader.member.email,
      topics: reader.topics.map(({ name }) => name),
      items: reader.bar ? 0 : count,
      reason: reader.bar?.reason ?? (count === 0 ? 'nothing new on their topics' : null),
    })
  }
  return { issue, items, readers }
}
