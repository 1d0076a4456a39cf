import type { AnnouncedItem } from '@/bulletin/items'
import { planIssue } from '@/bulletin/plan-issue'
import { toLongDate } from '@/lib/london-time'
import type { BulletinCommand } from './options'
import { withSavedSearches } from './with-saved-searches'

const plural = (count: number, one: string) => `${count} ${one}${count === 1 ? '' : 's'}`

const nameOf = ({ publicPart, edition }: AnnouncedItem) => ({ title: publicPart.title, edition })

export async function plan(command: BulletinCommand): Promise<void> {
  const { say, answer } = command
  const payload = await command.payload()
  const settings = await command.settings()
  const { issue, items, held, readers } = await withSavedSearches(command, (findsAmong) =>
    planIssue({ payload, settings, findsAmong, now: new Date() }),
  )
  say(`${issue.key} is ${issue.state}, for ${toLongDate(issue.slotAt)}`)
  say(`\n${plural(items.length, 'item')}`)
  for (const { publicPart, edition } of items) {
    const topics = publicPart.topics.map(({ name }) => name).join(', ')
    say(`  ${edition > 1 ? 'updated' : 'new    '}  ${publicPart.title}  (${topics})`)
  }
  if (held.length > 0) say(`\n${plural(held.length, 'item')} held for the next issue`)
  for (const { publicPart } of held) say(`  ${publicPart.title}`)
  const mailed = readers.filter(({ reason }) => reason === null)
  say(`\n${plural(mailed.length, 'reader')} would get it`)
  const topicNames = [...new Set(readers.flatMap(({ topics }) => topics))].sort()
  for (const name of topicNames) {
    say(`  ${mailed.filter(({ topics }) => topics.includes(name)).length}  ${name}`)
  }
  const others = readers.filter(({ reason }) => reason !== null)
  say(`\n${plural(others.length, 'reader')} would not`)
  for (const { address, reason } of others) say(`  ${address}: ${reason ?? ''}`)
  answer({
    issue: issue.key,
    state: issue.state,
    slotAt: issue.slotAt,
    items: items.map(nameOf),
    held: held.map(nameOf),
    readers,
  })
}
