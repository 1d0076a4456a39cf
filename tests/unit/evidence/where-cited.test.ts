import { describe, expect, it } from 'vitest'
import {
  block,
  heading,
  inlineBlock,
  lexicalDocument,
  list,
  listItem,
  paragraph,
  table,
  tableCell,
  tableRow,
  text,
} from '@/lib/lexical/make-nodes'
import type { LexicalNode } from '@/lib/lexical/nodes'
import { sentencesCiting } from '@/sources/where-cited'

const cite = (source = 's1') => inlineBlock('c', 'citation', { source })

const cited = (...blocks: readonly LexicalNode[]) =>
  sentencesCiting(lexicalDocument([...blocks]), 's1')

describe('where a source is cited', () => {
  it('is told by the sentence the mark stands in, and no other', () => {
    expect(cited(paragraph([text('Before. It was found'), cite(), text('. After.')]))).toEqual([
      'It was found.',
    ])
  })

  it('is told by the sentence before, where the mark follows its full stop', () => {
    expect(cited(paragraph([text('It was found.'), cite(), text(' After.')]))).toEqual([
      'It was found.',
    ])
  })

  it('is told by the sentence before, where a space stands between its full stop and the mark', () => {
    expect(
      cited(paragraph([text('It fell by a third. '), cite(), text(' The next year it rose.')])),
    ).toEqual(['It fell by a third.'])
    expect(
      cited(paragraph([text('It “fell by a third.” '), cite(), text(' The next year it rose.')])),
    ).toEqual(['It “fell by a third.”'])
    expect(cited(paragraph([text('First. It fell by a third. '), cite()]))).toEqual([
      'It fell by a third.',
    ])
  })

  it('is told by the sentence before, however many marks stand in a row', () => {
    const inARow = (...marks: readonly LexicalNode[]) =>
      cited(paragraph([text('It fell. It rose. '), ...marks, text(' It fell again.')]))
    expect(inARow(cite(), cite())).toEqual(['It rose.'])
    expect(inARow(cite('s2'), cite())).toEqual(['It rose.'])
    expect(inARow(cite(), text(' '), cite('s2'))).toEqual(['It rose.'])
    expect(inARow(cite('s2'), text(' '), cite())).toEqual(['It rose.'])
  })

  it('is told by the first sentence, where the mark begins a paragraph', () => {
    expect(cited(paragraph([cite(), text(' found that it fell. It rose later.')]))).toEqual([
      'found that it fell.',
    ])
    expect(
      cited(paragraph([text('It fell.')]), paragraph([text(' '), cite(), text('It rose.')])),
    ).toEqual(['It rose.'])
  })

  it('is told by its whole sentence, where the mark stands in the middle of one', () => {
    expect(
      cited(
        paragraph([text('Before. As one study '), cite(), text(' found, it fell. After that.')]),
      ),
    ).toEqual(['As one study found, it fell.'])
  })

  it('is told once a sentence, and passes over marks of other sources', () => {
    expect(
      cited(
        paragraph([text('One'), cite(), text(' and two'), cite(), text('. Three'), cite('s2')]),
      ),
    ).toEqual(['One and two.'])
  })

  it('is told in lists within lists, in cells, and by the title of a block', () => {
    expect(
      cited(
        heading('h2', [text('A heading'), cite()]),
        list(false, 1, [
          listItem(1, 0, [text('Outer'), cite()]),
          listItem(2, 0, [list(false, 1, [listItem(1, 1, [text('Inner'), cite()])])]),
        ]),
        table([tableRow([tableCell(false, [text('A cell'), cite()])])]),
        block('b1', 'caseStudy', { title: 'A case', sources: [{ id: 's1' }, 's2'] }),
        block('b2', 'chart', { title: 'A chart', source: 's2' }),
      ),
    ).toEqual(['A heading', 'Outer', 'Inner', 'A cell', 'A case'])
  })

  it('is nowhere in a document that does not cite it, or is none', () => {
    expect(cited(paragraph([text('Nothing.')]))).toEqual([])
    expect(sentencesCiting(null, 's1')).toEqual([])
  })
})
