import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { References } from '@/components/references'
import { RichText } from '@/components/rich-text/rich-text'
import { citationsOf } from '@/lib/lexical/citations'
import { inlineBlock, lexicalDocument, paragraph, text } from '@/lib/lexical/make-nodes'
import { underReviewInWords } from '@/sources/read-doubts'

const WITHDRAWN = 'Withdrawn by its publisher.'

const body = lexicalDocument([
  paragraph([
    text('Found'),
    inlineBlock('c1', 'citation', { source: 's1' }),
    inlineBlock('c2', 'citation', { source: 's2' }),
  ]),
])
const sourceIds = ['s1', 's2']
const citations = citationsOf(body, sourceIds)

it('marks each citation of a withdrawn source in the text, for eyes and for a screen reader', () => {
  const html = renderToStaticMarkup(
    <RichText
      document={body}
      citations={citations}
      sourceIds={sourceIds}
      references={['One', 'Two']}
      warnings={[null, WITHDRAWN]}
    />,
  )

  expect(html.match(/†/g)).toHaveLength(1)
  expect(html).toContain(`aria-label="Source 2. ${WITHDRAWN}"`)
  expect(html).toContain('aria-label="Source 1"')
})

it('says in the list of sources which was withdrawn and which is under review', () => {
  const run = (words: string) => [{ text: words, isItalic: false, href: null }]
  const html = renderToStaticMarkup(
    <References
      references={[run('One'), run('Two')]}
      warnings={[null, WITHDRAWN]}
      underReview={[true, false]}
      citations={citations}
    />,
  )

  expect(html.match(/Under review\./g)).toHaveLength(1)
  expect(html).toContain(`† ${WITHDRAWN}`)
})

it('counts the sources under review, and is silent where there are none', () => {
  const doubts = (...reviewed: boolean[]) =>
    new Map(
      reviewed.map((isUnderReview, index) => [String(index), { warning: null, isUnderReview }]),
    )

  expect(underReviewInWords(doubts(false))).toBeNull()
  expect(underReviewInWords(doubts(true, false))).toBe('1 source under review')
  expect(underReviewInWords(doubts(true, true))).toBe('2 sources under review')
})
