import { beforeEach, expect, it } from 'vitest'
import { searchDocument, searchRequest } from '../../support/search-documents'
import type { EngineUnderTest } from '../search-engine.contract'

const HOSTILE = [
  '"',
  '"""',
  "'",
  "'; DROP TABLE members_1_doc; --",
  'housing" OR "',
  'title : housing',
  'housing NEAR(rent, 2)',
  '{title} : housing',
  '^housing + rent *',
  'NOT',
  'AND OR NOT NEAR',
  '-',
  '-"',
  '()',
  '*',
  '\u0000',
  'hous\u0000ing',
  '\u202Ehousing\u202C',
  '\uE000housing\uE001',
  '\uD800',
  '__proto__',
  'constructor',
  'ref:"',
  'author:" OR 1=1',
  '%',
  '_',
  '🏠',
  '住房',
  'x'.repeat(10_000),
  'housing '.repeat(1_250),
  '"housing '.repeat(1_000),
]

/** Whatever is typed is looked for, never run. */
export function hostilePromises({ engine }: EngineUnderTest): void {
  const audiences = ['public', 'members'] as const
  beforeEach(() =>
    engine().put([
      searchDocument({
        id: 'one',
        title: 'Housing <b>law</b>',
        summary: '<script>alert("housing")</script> & more',
        text: 'A tenancy \uE000of\uE001 <img src=x onerror=alert(1)> housing.',
      }),
    ]),
  )

  it.each(HOSTILE.map((typed) => [typed.slice(0, 40), typed]))(
    'answers %j and stays whole',
    async (_, typed) => {
      for (const audience of audiences) {
        const answer = await engine().search(audience, searchRequest(typed))
        expect(answer.total).toBeLessThanOrEqual(1)
        await engine().suggest(audience, typed, 8)
      }
      expect(await engine().count('members')).toBe(1)
    },
  )

  it('gives markup back as the text it is', async () => {
    const answer = await engine().search('public', searchRequest('housing'))
    expect(answer.hits[0]?.snippet).toEqual([
      { text: '<script>alert("' },
      { text: 'housing', mark: true },
      { text: '")</script> & more' },
    ])
  })

  it('lets no text bring marks of its own', async () => {
    const answer = await engine().search('members', searchRequest('tenancy'))
    expect(answer.hits[0]?.snippet.filter(({ mark }) => mark)).toEqual([
      { text: 'tenancy', mark: true },
    ])
  })
}
