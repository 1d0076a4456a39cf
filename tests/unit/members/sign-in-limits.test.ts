import { expect, it } from 'vitest'
import { countAsk, signInLimits } from '@/members/sign-in-limits'
import { attemptsInMemory } from '../../support/attempts-in-memory'

const now = new Date('2026-11-23T09:02:00Z')

it('lets nobody be mailed more than five codes in a quarter of an hour, wherever the asks come from', async () => {
  const limits = signInLimits(attemptsInMemory())
  const ask = (from: string, email: string) => countAsk(limits, { from, email, now })
  for (const from of ['192.0.2.1', '192.0.2.2', '192.0.2.3', '192.0.2.4', '192.0.2.5']) {
    expect(await ask(from, 'ana@example.org')).toEqual({ kind: 'allowed' })
  }

  expect(await ask('192.0.2.6', ' ANA@example.org')).toEqual({ kind: 'wait', minutes: 13 })
  expect(await ask('192.0.2.6', 'ben@example.org')).toEqual({ kind: 'allowed' })
})

it('lets one place ask for twenty addresses, and no more', async () => {
  const limits = signInLimits(attemptsInMemory())
  const answers = []
  for (let count = 0; count < 21; count += 1) {
    answers.push(await countAsk(limits, { from: '192.0.2.1', email: `m${count}@example.org`, now }))
  }

  expect(answers.filter(({ kind }) => kind === 'allowed')).toHaveLength(20)
  expect(answers.at(-1)).toEqual({ kind: 'wait', minutes: 13 })
})
