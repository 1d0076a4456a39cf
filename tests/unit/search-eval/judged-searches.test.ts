import { expect, it } from 'vitest'
import { folded } from '@/search/folded'
import {
  KINDS,
  readDemonstration,
  readJudgedSearches,
} from '../../../scripts/search-eval/read-demonstration'

const { documents, judgements, queries } = readDemonstration()
const byReference = new Map(documents.map((document) => [document.id, document]))

it.each(KINDS)('judges at least eight searches of the kind: %s', (kind) => {
  expect(readJudgedSearches()[kind].length).toBeGreaterThanOrEqual(8)
})

it('judges briefings that are there, one of them the one readers came for', () => {
  for (const [query, grades] of judgements) {
    for (const reference of grades.keys()) expect(byReference.has(reference), reference).toBe(true)
    expect([...grades.values()], query).toContain(3)
  }
})

it('asks at least twenty times in words the title does not have', () => {
  const sharesNone = queries.filter(({ id, text }) => {
    const wanted = [...(judgements.get(id) ?? [])].filter(([, grade]) => grade === 3)
    const titles = wanted.map(([reference]) => byReference.get(reference)?.publicPart.title ?? '')
    const inTitles = new Set(folded(titles.join(' ')).split(' '))
    return (
      !id.startsWith('reference') &&
      !folded(text)
        .split(' ')
        .some((w) => inTitles.has(w))
    )
  })
  expect(sharesNone.length).toBeGreaterThanOrEqual(20)
})
