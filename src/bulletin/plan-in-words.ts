import type { IssuePlan } from './plan-issue'
import { isUpdate } from './unannounced'

export type PlannedGroup = {
  readonly heading: string
  readonly entries: readonly { readonly title: string; readonly isUpdate: boolean }[]
}

export type Counted = { readonly name: string; readonly count: number }

export type PlanInWords = {
  /** Items by their first topic, in the issue's order. */
  readonly groups: readonly PlannedGroup[]
  readonly recipients: number
  /** Those who would be mailed, by a topic they chose; who chose several counts for each. */
  readonly byTopic: readonly Counted[]
  /** Those who would not, by reason, the most frequent first. */
  readonly notMailed: readonly Counted[]
}

const EVERY_TOPIC = 'Every topic'

function count(names: readonly string[]): Counted[] {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts].map(([name, number]) => ({ name, count: number }))
}

function groupsOf(items: IssuePlan['items']): PlannedGroup[] {
  const groups = new Map<string, PlannedGroup['entries']>()
  for (const item of items) {
    const heading = item.publicPart.topics[0]?.name ?? 'Other briefings'
    const entry = { title: item.publicPart.title, isUpdate: isUpdate(item) }
    groups.set(heading, [...(groups.get(heading) ?? []), entry])
  }
  return [...groups].map(([heading, entries]) => ({ heading, entries }))
}

/** A plan as editors read it: what would go out, to how many on which topics, and to whom not, and why. */
export function planInWords({ items, readers }: Pick<IssuePlan, 'items' | 'readers'>): PlanInWords {
  const mailed = readers.filter(({ reason }) => reason === null)
  const topics = mailed.flatMap((reader) =>
    reader.topics.length > 0 ? reader.topics : [EVERY_TOPIC],
  )
  return {
    groups: groupsOf(items),
    recipients: mailed.length,
    byTopic: count(topics).sort((one, other) => one.name.localeCompare(other.name, 'en-GB')),
    notMailed: count(readers.flatMap(({ reason }) => reason ?? [])).sort(
      (one, other) => other.count - one.count,
    ),
  }
}
