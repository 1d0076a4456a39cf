import { describe, expect, it } from 'vitest'
import { checkBriefing, type CheckedBriefing, whatBlocks } from '@/lib/checks/check-briefing'
import { checkText } from '@/lib/checks/check-text'
import { readingEaseOf, syllablesIn } from '@/lib/checks/reading-ease'
import { lexicalBody } from '../../support/lexical'

const node = (type: string, rest: object = {}) => ({ type, version: 1, ...rest })
const words = (text: string) => node('text', { text })
const paragraph = (...children: object[]) => node('paragraph', { children })
const heading = (tag: string, text: string) => node('heading', { tag, children: [words(text)] })
const document = (...children: object[]) => ({ root: node('root', { children }) })
const citation = (source?: string) =>
  node('inlineBlock', { fields: { blockType: 'citation', source } })
const table = (headerState: number) =>
  node('table', {
    children: [node('tablerow', { children: [node('tablecell', { headerState, children: [] })] })],
  })

const ready: CheckedBriefing = {
  summary: 'What works against damp homes.',
  keyPoints: [{ text: 'One.' }, { text: 'Two.' }, { text: 'Three.' }],
  body: lexicalBody('Most councils inspect on a complaint alone.'),
  sources: ['source-1'],
  topics: ['topic-1'],
}
const idsOf = (briefing: CheckedBriefing) => checkBriefing(briefing).map(({ id }) => id)

describe('the checks before publication', () => {
  it('find nothing in a briefing that has all it should', () => {
    expect(checkBriefing(ready)).toEqual([])
  })

  it.each([
    ['summary', { summary: ' ' }],
    ['summary-too-long', { summary: 'a'.repeat(1001) }],
    ['text', { body: null }],
    ['text', { body: lexicalBody('') }],
    ['citation-without-source', { body: document(paragraph(words('So.'), citation())) }],
    [
      'picture-without-alternative',
      { body: document(paragraph(words('So.')), node('upload', { value: { alt: '' } })) },
    ],
    [
      'picture-without-alternative',
      {
        body: document(
          paragraph(words('So.')),
          node('block', { fields: { blockType: 'figure', picture: 'p', alt: ' ', credit: 'A' } }),
        ),
      },
    ],
    ['change-note', { firstPublishedAt: '2026-01-01', updateKind: 'substantial', changeNote: ' ' }],
  ] as const)('block for %s', (id, fault) => {
    expect(whatBlocks({ ...ready, ...fault }).map((check) => check.id)).toEqual([id])
  })

  it.each([
    ['summary-long', { summary: 'a'.repeat(301) }],
    ['key-points', { keyPoints: [] }],
    ['key-points', { keyPoints: [{ text: '' }] }],
    ['key-points-count', { keyPoints: [{ text: 'One.' }] }],
    ['sources', { sources: [] }],
    ['topics', { topics: null }],
    ['heading-order', { body: document(heading('h3', 'Deep'), paragraph(words('So.'))) }],
    ['empty-heading', { body: document(heading('h2', ''), paragraph(words('So.'))) }],
    ['unfinished-citation', { body: document(paragraph(words('So it was found [@smith, p. 4'))) }],
    ['table-without-headers', { body: document(paragraph(words('So.')), table(0)) }],
    [
      'link-says-nothing',
      { body: document(paragraph(words('See '), node('link', { children: [words('here')] }))) },
    ],
  ] as const)('advise for %s, and block nothing', (id, fault) => {
    expect(idsOf({ ...ready, ...fault })).toEqual([id])
    expect(whatBlocks({ ...ready, ...fault })).toEqual([])
  })

  it('leave alone what is as it should be: a source named in the text alone, headers, order of headings', () => {
    const body = document(
      heading('h2', 'Wide'),
      heading('h3', 'Deep'),
      heading('h2', 'Wide again'),
      paragraph(words('So.'), citation('source-1')),
      table(1),
      node('upload', { value: { alt: 'A damp wall.' } }),
      node('upload', { value: 'picture-1' }),
      node('block', { fields: { blockType: 'figure', picture: 'p', alt: 'A damp wall.' } }),
    )

    expect(checkBriefing({ ...ready, body, sources: [] })).toEqual([])
  })

  it('say where in the text a fault stands, and put what blocks first', () => {
    const body = document(heading('h2', 'Damp'), paragraph(words('So.'), citation()))
    const checks = checkBriefing({ ...ready, body, keyPoints: [] })

    expect(checks.map(({ id }) => id)).toEqual(['citation-without-source', 'key-points'])
    expect(checks[0]?.says).toBe(
      'A citation under “Damp” names no source. Choose one or remove the mark.',
    )
    expect(checks.map(({ field }) => field)).toEqual(['body', 'keyPoints'])
  })

  it('read anything the editor might have kept without falling over', () => {
    for (const body of [
      {},
      { root: null },
      { root: { type: 'root', children: [{ type: 'x' }] } },
    ]) {
      expect(checkText(body).map(({ id }) => id)).toEqual(['text'])
    }
  })
})

describe('reading ease', () => {
  it('follows Flesch’s formula on a text whose syllables are certain', () => {
    const ease = readingEaseOf('The cat sat on the mat. The dog ran to the park.')

    expect(ease).toMatchObject({ words: 12, sentences: 2, wordsASentence: 6 })
    expect(ease?.score).toBeCloseTo(206.835 - 1.015 * 6 - 84.6, 3)
  })

  it.each([
    ['cat', 1],
    ['make', 1],
    ['table', 2],
    ['policy', 3],
    ['evidence', 3],
    ['government', 3],
    ['housing', 2],
    ['asked', 1],
    ['wanted', 2],
    ['2024', 1],
  ])('counts the syllables of %s', (word, syllables) => {
    expect(syllablesIn(word)).toBe(syllables)
  })

  it('takes a number or an abbreviation with a point for no end of a sentence', () => {
    expect(readingEaseOf('It rose by 2.5 per cent, e.g. in Leeds. Then it fell.')?.sentences).toBe(
      2,
    )
  })

  it('advises on a long text of long sentences, and not on a short one', () => {
    const heavy =
      'Notwithstanding considerable administrative reorganisation, intergovernmental collaboration concerning accommodation responsibilities necessitated comprehensive documentation. '
    const ids = (text: string) => checkText(lexicalBody(text)).map(({ id }) => id)

    expect(ids(heavy.repeat(12))).toEqual(['reading-ease'])
    expect(ids(heavy)).toEqual([])
    expect(ids('The council came to look at the wall. It was wet. '.repeat(20))).toEqual([])
  })

  it('knows nothing of a text without words', () => {
    expect(readingEaseOf(' … ')).toBeNull()
  })
})
