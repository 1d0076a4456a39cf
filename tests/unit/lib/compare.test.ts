import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ComparedLine, compareLines } from '@/lib/compare/compare-lines'
import { type DocumentLine, documentLines } from '@/lib/compare/document-lines'
import { lexicalBody } from '../../support/lexical'

const text = (words: string): DocumentLine => ({ kind: 'text', text: words })
const node = (type: string, rest: object = {}) => ({ type, version: 1, ...rest })
const words = (said: string) => node('text', { text: said })
const document = (...children: object[]) => ({ root: node('root', { children }) })
const nameOf = (id: string) => `Source ${id}`

const shown = ({ change, parts }: ComparedLine): string =>
  `${change}: ${parts
    .map((part) =>
      part.change === 'same' ? part.text : `${part.change === 'added' ? '+' : '-'}{${part.text}}`,
    )
    .join('')}`

const compared = (before: string[], after: string[]) =>
  compareLines(before.map(text), after.map(text)).map(shown)

describe('a comparison of two texts', () => {
  it('shows word by word what was rewritten', () => {
    expect(compared(['One home in five is damp.'], ['One home in six is damp and cold.'])).toEqual([
      'changed: One home in -{five}+{six} is damp+{ and cold}.',
    ])
  })

  it('keeps what stayed, and shows what was put in and taken out where it was', () => {
    expect(
      compared(['First.', 'Old words.', 'Last.'], ['First.', 'Last.', 'New at the end.']),
    ).toEqual([
      'same: First.',
      'removed: -{Old words.}',
      'same: Last.',
      'added: +{New at the end.}',
    ])
  })

  it('takes two lines with little in common for two, and finds a rewritten one among new ones', () => {
    expect(
      compared(
        ['Councils inspect homes on a complaint.'],
        ['Rain fell all week.', 'Councils inspect all homes on a complaint.'],
      ),
    ).toEqual([
      'added: +{Rain fell all week.}',
      'changed: Councils inspect +{all }homes on a complaint.',
    ])
  })

  it('tells a paragraph that became a heading', () => {
    const changes = compareLines([text('Damp')], [{ kind: 'heading', text: 'Damp' }])

    expect(changes.map(({ change }) => change)).toEqual(['removed', 'added'])
  })

  it('finds nothing between a text and itself, and everything between nothing and a text', () => {
    expect(compared(['One.', 'Two.'], ['One.', 'Two.'])).toEqual(['same: One.', 'same: Two.'])
    expect(compared([], ['One.'])).toEqual(['added: +{One.}'])
    expect(compared(['One.'], [])).toEqual(['removed: -{One.}'])
  })

  it('loses no word of either, whatever they are', () => {
    const lines = fc.array(
      fc.array(fc.constantFrom('damp', 'home', 'cold', 'five', 'law'), {
        minLength: 1,
        maxLength: 6,
      }),
      { maxLength: 8 },
    )
    const joined = (side: 'added' | 'removed', changes: ComparedLine[]) =>
      changes
        .map(({ parts }) =>
          parts
            .filter(({ change }) => change === 'same' || change === side)
            .map((part) => part.text)
            .join(''),
        )
        .filter((line) => line !== '')
    fc.assert(
      fc.property(lines, lines, (one, other) => {
        const before = one.map((line) => line.join(' '))
        const after = other.map((line) => line.join(' '))
        const changes = compareLines(before.map(text), after.map(text))

        expect(joined('removed', changes)).toEqual(before)
        expect(joined('added', changes)).toEqual(after)
      }),
    )
  })
})

describe('the lines of a document', () => {
  it('are what a reader reads: headings, items, rows, where links lead and what is cited', () => {
    const lines = documentLines(
      document(
        node('heading', { tag: 'h2', children: [words('Damp')] }),
        node('paragraph', {
          children: [
            words('See '),
            node('link', { fields: { url: 'https://a.example/' }, children: [words('the law')] }),
            node('inlineBlock', { fields: { blockType: 'citation', source: '7', page: '12' } }),
          ],
        }),
        node('list', {
          children: [
            node('listitem', { children: [words('outer')] }),
            node('listitem', {
              children: [
                node('list', { children: [node('listitem', { children: [words('inner')] })] }),
              ],
            }),
          ],
        }),
        node('table', {
          children: [
            node('tablerow', {
              children: ['a', 'b'].map((cell) =>
                node('tablecell', { children: [node('paragraph', { children: [words(cell)] })] }),
              ),
            }),
          ],
        }),
        node('paragraph', { children: [] }),
      ),
      nameOf,
    )

    expect(lines).toEqual([
      { kind: 'heading', text: 'Damp' },
      { kind: 'text', text: 'See the law (https://a.example/)[Source 7, 12]' },
      { kind: 'item', text: 'outer' },
      { kind: 'item', text: 'inner' },
      { kind: 'row', text: 'a | b' },
    ])
  })

  it('hold the words of a block, field by field', () => {
    const body = lexicalBody({
      caseStudy: { title: 'Warm homes', who: 'A council', what: 'Insulated.', outcome: 'Warm.' },
    })

    expect(documentLines(body, nameOf).map((line) => line.text)).toEqual([
      'Warm homes',
      'A council',
      'Insulated.',
      'Warm.',
    ])
  })

  it('are none where there is no document', () => {
    expect(documentLines(null, nameOf)).toEqual([])
  })
})
