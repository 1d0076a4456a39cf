import { expect, it } from 'vitest'
import type { Answer } from '../../../scripts/audit-leaks/ask'
import { inspectorFor } from '../../../scripts/audit-leaks/inspect'
import { bookOf, newWord } from '../../../scripts/audit-leaks/marks'

const word = newWord()
const book = bookOf([
  { mark: word, of: 'colleague-passes.id', audience: 'own', owner: null, kind: 'id' },
])

const answer = (text: string): Answer => {
  const body = Buffer.from(text)
  return { status: 200, headers: {}, raw: body, body }
}

const leaksOf = (asked: string, text: string) => {
  const inspector = inspectorFor(book)
  inspector.inspect('anonymous', asked, answer(text))
  return inspector.leaks().map(({ of }) => of)
}

const TOKEN = Buffer.from(`signed by us: ${word}`).toString('base64url')

it('takes it for no leak that the token which was asked for stands in its page', () => {
  expect(leaksOf(`GET /colleague/${TOKEN}`, `<input value="${TOKEN}">`)).toEqual([])
})

it('takes it for a leak where it was not asked for', () => {
  expect(leaksOf('GET /colleague/nobodys', `<input value="${TOKEN}">`)).toEqual([
    'colleague-passes.id',
  ])
})
