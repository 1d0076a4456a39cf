import { TERMINAL_STATES } from '@/bulletin/delivery-store'
import { issueStatus } from '@/bulletin/issue-status'
import type { BulletinCommand } from './options'

export async function status({ payload, values, say, answer }: BulletinCommand): Promise<void> {
  const found = await issueStatus(await payload(), values.issue)
  if (!found) throw new Error(`There is no issue${values.issue ? ` ${values.issue}` : ' yet'}.`)
  const states = [...TERMINAL_STATES, 'pending', 'sending'] as const
  say(`${found.issue} is ${found.state}`)
  for (const state of states) say(`${String(found[state]).padStart(7)}  ${state}`)
  say(
    `${String(found.candidates).padStart(7)}  candidates${found.isBalanced ? ', all the others together' : ''}`,
  )
  if (!found.isBalanced) {
    say(
      `The ledger holds ${found.accounted} rows: the issue is not finished until somebody has looked.`,
    )
  }
  answer(found)
}
