import { expect, it } from 'vitest'
import { choiceIn, choiceOf, isSameChoice } from '@/app/(site)/account/bulletin-choice'
import type { Subscription } from '@/payload-types'

const NOW = new Date('2026-10-01T12:00:00Z')
const UNTIL = '2026-10-20T12:00:00.000Z'

const subscription = (wanted: Partial<Subscription>) =>
  ({ status: 'active', scope: 'topics', topics: [], ...wanted }) as Subscription

const form = (fields: Record<string, string>): FormData => {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) data.set(name, value)
  return data
}

const PAUSED = choiceOf(subscription({ status: 'paused', pausedUntil: UNTIL }), NOW)

it('keeps a pause through another change, and ends it when asked to', () => {
  expect(choiceIn(form({ bulletin: 'yes', scope: 'followed' }), [], PAUSED)).toEqual({
    isOn: true,
    scope: 'followed',
    topicIds: [],
    pause: { until: UNTIL },
  })
  expect(choiceIn(form({ bulletin: 'yes', resume: 'yes' }), [], PAUSED).pause).toBeNull()
})

it('brings a pause back with what is undone, after leaving as after ending it', () => {
  const left = choiceIn(form({}), [], PAUSED)
  expect(left).toMatchObject({ isOn: false, pause: null })
  const undo = form({ undo: 'yes', bulletin: 'yes', 'paused-until': UNTIL })
  expect(isSameChoice(choiceIn(undo, [], left), PAUSED)).toBe(true)
  expect(choiceIn(form({ undo: 'yes', bulletin: 'yes' }), [], PAUSED).pause).toBeNull()
  const nonsense = form({ undo: 'yes', bulletin: 'yes', 'paused-until': 'soon' })
  expect(choiceIn(nonsense, [], left).pause).toBeNull()
})

it('takes a pause that is over for none', () => {
  const over = subscription({ status: 'paused', pausedUntil: '2026-09-30T12:00:00.000Z' })
  expect(choiceOf(over, NOW)).toMatchObject({ isOn: true, pause: null })
})
