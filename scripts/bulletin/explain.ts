import { type ExplainedIssue, explainMember } from '@/bulletin/explain-member'
import { toLongDate } from '@/lib/london-time'
import { WrongUse } from '../command/run-command'
import type { BulletinCommand } from './options'

const outcomeOf = ({ delivery }: ExplainedIssue): string => {
  if (!delivery) return 'no row for this address'
  const words = [delivery.reason, delivery.reply].filter(Boolean)
  return words.length > 0 ? `${delivery.state} (${words.join('; ')})` : delivery.state
}

/** What a member got of the last issues, and why not the rest. */
export async function explain(command: BulletinCommand): Promise<void> {
  const { values, say, answer } = command
  const address = values.as
  if (!address) throw new WrongUse('explain needs --as EMAIL.')
  const explained = await explainMember({
    payload: await command.payload(),
    settings: await command.settings(),
    address,
    issueKey: values.issue,
    now: new Date(),
  })
  if (!explained) throw new Error(`Nothing is on record of ${address}.`)
  const topics = explained.topics.length > 0 ? explained.topics.join(', ') : 'every topic'
  say(
    explained.bar
      ? `${explained.address} gets no Bulletin now: ${explained.bar}`
      : `${explained.address} gets the Bulletin on ${topics}`,
  )
  for (const issue of explained.issues) {
    say(`\n${toLongDate(issue.slotAt)}, issue ${issue.issueState}: ${outcomeOf(issue)}`)
    for (const { title, why } of issue.inMail) say(`  in    ${title}: ${why}`)
    for (const { title, why } of issue.leftOut) say(`  out   ${title}: ${why}`)
    if (issue.isCarriedOver) say('  What it held is named again in a later issue.')
  }
  answer(explained)
}
