import { expect, it } from 'vitest'
import type { Answer } from '../../../scripts/audit-leaks/ask'
import { askTwice, type Question, wrongGuess } from '../../../scripts/audit-leaks/questions'

const answer = (text: string): Answer => {
  const body = Buffer.from(text)
  return { status: 200, headers: { 'cross-origin-opener-policy': 'same-origin' }, raw: body, body }
}

/** How two guesses part at a site that answers so. */
const differs = (question: Question, site: (path: string) => string) =>
  askTwice(
    (path) => Promise.resolve(answer(site(path))),
    'officer',
    question,
    {},
    () => null,
  )

const MARK = 'zqabcdefghijklmnopqz'

it.each(['zqabcdefghijklmnopqz', 'c0ffee'.repeat(8), '2024-01-02T09:00:00.000Z', '1', '77'])(
  'a wrong guess at %s is as long, and another',
  (guess) => {
    expect(wrongGuess(guess)).toHaveLength(guess.length)
    expect(wrongGuess(guess)).not.toBe(guess)
  },
)

it.each([
  ['1', /^\d$/],
  ['2024-01-02T09:00:00.000Z', /^1999-01-02T/],
])('a wrong guess at %s is of its kind, for the doors refuse another', (guess, kind) => {
  expect(wrongGuess(guess)).toMatch(kind)
})

it('what was asked for may be said back', async () => {
  expect(await differs({ path: '/GUESS', guess: MARK }, (path) => `no ${path}`)).toBeNull()
})

it('a short guess that stands in every answer by chance tells nothing', async () => {
  expect(await differs({ path: '/GUESS', guess: 'open' }, () => 'not found')).toBeNull()
})

it('an order asked both ways tells where rows change places', async () => {
  const order: Question = { path: '/rows?sort=GUESShash', guess: '', other: '-' }

  expect(await differs(order, (path) => (path.includes('-') ? 'b a' : 'a b'))).not.toBeNull()
  expect(await differs(order, () => 'a b')).toBeNull()
})
