import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { RichText } from '@/components/rich-text/rich-text'
import { anchorsCiting, citationsOf, inReadingOrder } from '@/lib/lexical/citations'
import {
  block,
  heading,
  inlineBlock,
  lexicalDocument,
  link,
  list,
  listItem,
  paragraph,
  quote,
  table,
  tableCell,
  tableRow,
  text,
} from '@/lib/lexical/make-nodes'
import type { LexicalNode } from '@/lib/lexical/nodes'

const cite = (id: string, source: string) => inlineBlock(id, 'citation', { source })

const html = (nodes: readonly LexicalNode[], sourceIds: readonly string[] = []) => {
  const document = lexicalDocument(nodes)
  return renderToStaticMarkup(
    <RichText
      document={document}
      citations={citationsOf(document, sourceIds)}
      sourceIds={sourceIds}
    />,
  )
}

describe('what an officer wrote', () => {
  it.each(['javascript:alert(1)', 'data:text/html,x', '//elsewhere.example', 'java\tscript:x'])(
    'leads no reader to %s, but keeps the words',
    (url) => {
      const shown = html([paragraph([link('1', url, [text('the words')])])])

      expect(shown).toContain('the words')
      expect(shown).not.toContain('href')
    },
  )

  it('leads readers to web addresses', () => {
    expect(html([paragraph([link('1', 'https://example.org/', [text('there')])])])).toContain(
      '<a href="https://example.org/">there</a>',
    )
  })

  it('gives two headings of the same words two addresses', () => {
    const shown = html([heading('h2', [text('Why')]), heading('h3', [text('Why')])])

    expect(shown).toContain('<h2 id="why">')
    expect(shown).toContain('<h3 id="why-1">')
  })

  it('counts a numbered list from where it goes on, also for a reader who hears it', () => {
    const shown = html([
      list(true, 1, [listItem(1, 0, [text('One')])]),
      paragraph([text('Between.')]),
      list(true, 3, [listItem(3, 0, [text('Three')])]),
      list(false, 3, [listItem(1, 0, [text('A point')])]),
    ])

    expect(shown.match(/<[ou]l[^>]*>/g)).toEqual([
      '<ol class="list-number">',
      '<ol class="list-number" start="3">',
      '<ul class="list-bullet">',
    ])
    expect(shown).toMatch(/<li[^>]* value="3"[^>]*>Three/)
  })

  it('shows words as words, whatever they hold', () => {
    expect(html([paragraph([text('<script>alert(1)</script>')])])).toContain('&lt;script&gt;')
  })

  it('sets a column of figures to the right, with its head', () => {
    const row = (isHead: boolean, ...words: string[]) =>
      tableRow(words.map((word) => tableCell(isHead, [text(word)])))
    const shown = html([table([row(true, 'Place', 'Sum'), row(false, 'Leeds', '(163)')])])

    expect(shown.match(/<t[hd][^>]*text-right[^>]*>/g)).toHaveLength(2)
    expect(shown).toMatch(/text-right[^>]*><p>\(163\)/)
  })

  it('tells what each column of a table holds', () => {
    const shown = html([
      heading('h2', [text('Money')]),
      table([
        tableRow([tableCell(true, [text('Year')]), tableCell(true, [text('Sum')])]),
        tableRow([tableCell(false, [text('2022')]), tableCell(false, [text('£4.5m')])]),
      ]),
    ])

    expect(shown).toContain('<caption>Table 1</caption>')
    expect(shown).toContain('<thead><tr><th scope="col"')
    expect(shown).toContain('aria-label="Table 1. Money"')
  })

  it('sets a case study apart, its sources by number', () => {
    const fields = {
      title: 'Paid tutors',
      who: 'A trust',
      where: 'Leeds',
      what: 'It taught.',
      outcome: 'They learned.',
      sources: ['b'],
    }
    const shown = html([block('1', 'caseStudy', fields)], ['a', 'b'])

    expect(shown).toContain('aria-label="Case study: Paid tutors"')
    expect(shown).toContain('href="#source-2"')
  })

  describe('in a figure', () => {
    const figure = (picture: unknown) =>
      lexicalDocument([
        block('1', 'figure', {
          ...{ picture, alt: 'A damp “wall”.', caption: 'Damp comes back.' },
          ...{ credit: 'A. Photographer', licence: 'CC BY 4.0' },
        }),
      ])

    it('shows the picture by this reader’s own right, with what it shows, says and whose it is', () => {
      const shown = renderToStaticMarkup(
        <RichText
          document={figure({
            id: 'p1',
            url: '/api/attachments/file/x.png',
            width: 800,
            height: 600,
          })}
          pictureAddress={(id) => `/briefings/damp/pictures/${id}`}
        />,
      )

      expect(shown).toMatch(/<img[^>]*src="\/briefings\/damp\/pictures\/p1"/)
      expect(shown).toMatch(/<img[^>]*width="800" height="600"/)
      expect(shown).toContain('alt="A damp “wall”."')
      expect(shown).toContain('Damp comes back.')
      expect(shown).toContain('Picture: A. Photographer. CC BY 4.0')
      expect(shown).not.toContain('/api/')
    })

    it('shows an article’s by its public address, and one that is gone not at all', () => {
      const shown = (picture: unknown) =>
        renderToStaticMarkup(<RichText document={figure(picture)} />)
      const wide = { url: '/api/media/file/wide.png', width: 1280, height: 960 }

      expect(shown({ id: 'p', url: '/api/media/file/x.png', sizes: { wide } })).toContain(
        'src="/api/media/file/wide.png"',
      )
      expect(shown('p')).not.toContain('<figure')
    })
  })

  it('sets an article’s quotation as a pull quote', () => {
    const shown = renderToStaticMarkup(
      <RichText document={lexicalDocument([quote([text('Well said')])])} quotes="pull" />,
    )

    expect(shown).toContain('class="pull-quote"')
  })
})

describe('citations', () => {
  const document = lexicalDocument([
    paragraph([cite('1', 'b'), cite('2', 'a')]),
    paragraph([cite('3', 'b'), cite('4', 'unlisted')]),
  ])
  const citations = citationsOf(document, ['a', 'b'])

  it('are numbered by the list of sources, and lead back from it to every use', () => {
    expect(anchorsCiting(citations, 1)).toEqual(['cite-1-1'])
    expect(anchorsCiting(citations, 2)).toEqual(['cite-2-1', 'cite-2-2'])
  })

  it('put their sources in the order a reader meets them, those not cited last', () => {
    expect(inReadingOrder(document, ['uncited', 'a', 'b'])).toEqual(['b', 'a', 'uncited'])
  })

  it('of a source that is not listed are left out', () => {
    expect(citations.size).toBe(3)
  })
})
