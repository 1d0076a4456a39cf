import { renderToStaticMarkup } from 'react-dom/server'
import { parseDocument } from 'htmlparser2'
import { describe, expect, it } from 'vitest'
import { RichText } from '@/components/rich-text/rich-text'
import { readChart, toFigure } from '@/lib/charts/chart-series'
import { readPastedTable } from '@/lib/charts/pasted-table'
import { block, lexicalDocument } from '@/lib/lexical/make-nodes'
import { blocksOf, plainText } from '@/lib/lexical/nodes'

type Element = {
  name: string
  attribs?: Record<string, string>
  children?: Element[]
  data?: string
}

const TABLE = 'Nation\tCounted\nEngland\t1,000\nWales\t250\nScotland\t\nNorthern Ireland\t500'
const SOURCES = ['s1', 's2']

function elementsOf(html: string): Element[] {
  const flat = (nodes: Element[]): Element[] =>
    nodes.flatMap((node) => [node, ...flat(node.children ?? [])])
  return flat(parseDocument(html).children as unknown as Element[])
}

const wordsOf = (element: Element): string =>
  element.data ?? (element.children ?? []).map(wordsOf).join('')

const shown = (blockType: string, fields: object, now = new Date('2026-06-01T12:00:00Z')) => {
  const document = lexicalDocument([block('1', blockType, { ...fields })])
  return elementsOf(
    renderToStaticMarkup(<RichText document={document} sourceIds={SOURCES} now={now} />),
  )
}

const marksOf = (elements: Element[]) =>
  elements.filter(({ attribs }) => attribs?.['data-chart'] === 'mark')

const rowsOfTable = (elements: Element[]) =>
  elements
    .filter(({ name }) => name === 'tr')
    .map((row) => (row.children ?? []).map(wordsOf).join('\t'))
    .join('\n')

const chart = (kind: string, table = TABLE) =>
  shown('chart', { title: 'Rough sleepers', kind, table, source: 's2' })

describe('a chart', () => {
  it('draws bars as long as their figures say, and none where there is no figure', () => {
    const widths = marksOf(chart('bar')).map(({ attribs }) => Number(attribs?.width))

    expect(widths).toHaveLength(3)
    expect(widths.map((width) => Math.round((width / widths[0]!) * 1000))).toEqual([1000, 250, 500])
  })

  it('sets dots as far out as their figures say', () => {
    const places = marksOf(chart('dot')).map(({ attribs }) => Number(attribs?.cx))

    expect(places.map((x) => Math.round((x / places[0]!) * 1000))).toEqual([1000, 250, 500])
  })

  it('draws a line whose heights say the figures, broken where there is none', () => {
    const elements = chart('line')
    const heights = marksOf(elements).map(({ attribs }) => 212 - Number(attribs?.cy))
    const path = elements.find(({ name }) => name === 'path')?.attribs?.d ?? ''

    expect(heights.map((y) => Math.round((y / heights[0]!) * 1000))).toEqual([1000, 250, 500])
    expect(path.match(/M/g)).toHaveLength(2)
  })

  it('lets bars of figures below nought run the other way from the same line', () => {
    const [up, down] = marksOf(chart('bar', 'Year\tChange\n2024\t10%\n2025\t−5%')).map(
      ({ attribs }) => ({ x: Number(attribs?.x), width: Number(attribs?.width) }),
    )

    expect(down!.x + down!.width).toBeCloseTo(up!.x)
    expect(up!.width / down!.width).toBeCloseTo(2)
  })

  it.each(['bar', 'line', 'dot'])('as %s has its whole table for its alternative', (kind) => {
    const elements = chart(kind)

    expect(rowsOfTable(elements)).toBe(TABLE)
    expect(elements.find(({ name }) => name === 'svg')?.attribs?.['aria-hidden']).toBe('true')
    expect(
      elements.filter(({ name }) => name === 'th').map(({ attribs }) => attribs?.scope),
    ).toEqual(['col', 'col', 'row', 'row', 'row', 'row'])
  })

  it('names its source by the number the page gives it', () => {
    expect(chart('bar').some(({ attribs }) => attribs?.href === '#source-2')).toBe(true)
  })

  it.each(['bar', 'line', 'dot'])('as %s keeps every word within the drawing', (kind) => {
    const long = 'Local authorities in the north-east of England with a strategy of their own'
    const elements = chart(
      kind,
      `Area\tCouncils\t${long}\n${long}\t9,876,543\t1\n${long}\t−8,876,543\t2`,
    )
    const texts = elements.filter(({ name }) => name === 'text')

    // The letters of the page’s face are half as wide as high on average.
    const places = texts.map((text) => {
      const width = wordsOf(text).length * 15 * 0.5
      const x = Number(text.attribs?.x)
      return text.attribs?.['text-anchor'] === 'end' ? [x - width, x] : [x, x + width]
    })
    expect(Math.min(...places.flat())).toBeGreaterThanOrEqual(0)
    expect(Math.max(...places.flat())).toBeLessThanOrEqual(340)
    expect(texts.every(({ attribs }) => Number(attribs?.['font-size']) >= 15)).toBe(true)
  })
})

describe('a table pasted for a chart', () => {
  it.each([
    ['1,234', 1234],
    ['£2.3bn', 2.3],
    ['45%', 45],
    ['−3', -3],
    ['-0.5', -0.5],
    ['.5', 0.5],
    ['', null],
    ['–', null],
    ['n/a', null],
  ])('has the figure %j', (written, value) => {
    expect(toFigure(written)).toBe(value)
  })

  it.each([
    ['', /Paste a table/],
    ['Only one column\nA', /Paste a table/],
    ['A\tB\nx\t1\t2', /Row 2 has not as many cells/],
    ['A\tB\nx\tmany', /“many” in the row “x” is no figure/],
    ['A\tB\nx\t1,2', /no figure/],
    ['A\tB\nx\t', /no figure in the table/],
    ['A\t\nx\t1', /A column has no name/],
    ['A\tB\tC\tD\tE\tF\nx\t1\t2\t3\t4\t5', /at most 4 columns/],
  ])('is refused with a reason: %j', (text, reason) => {
    const reading = readChart(text)

    expect(reading).toMatchObject({ kind: 'faulty' })
    expect(reading.kind === 'faulty' ? reading.fault : '').toMatch(reason)
  })

  it('may come with the line ends of any system and blank lines', () => {
    expect(readPastedTable('A\tB\r\nx\t1\r\n\r\n')).toMatchObject({
      table: { columns: ['A', 'B'], rows: [{ label: 'x', cells: ['1'] }] },
    })
  })
})

const EVENTS = [
  { date: '2026-09-01T12:00:00.000Z', what: 'The duty begins.' },
  { date: '2025-03-01T12:00:00.000Z', what: 'The Act is passed.' },
]

describe('a timeline', () => {
  const words = (now: string) =>
    shown('timeline', { events: EVENTS }, new Date(now))
      .filter(({ data }) => data)
      .map(wordsOf)

  it('tells what was in the order of time, and sets what is to come under “Coming up”', () => {
    expect(words('2026-06-01T12:00:00Z')).toEqual([
      'Timeline',
      '1 March 2025',
      'The Act is passed.',
      'Coming up',
      '1 September 2026',
      'The duty begins.',
    ])
  })

  it('says nothing of what is to come once all of it has come', () => {
    expect(words('2026-09-01T00:30:00Z')).not.toContain('Coming up')
  })
})

it('lets the search find the words of every block', () => {
  const text = plainText(
    blocksOf(
      lexicalDocument([
        block('1', 'chart', { title: 'Rough sleepers', kind: 'bar', table: TABLE }),
        block('2', 'timeline', { events: EVENTS }),
        block('3', 'keyStatistic', { figure: '1 in 5', says: 'homes are cold', source: 's1' }),
        block('4', 'pullOut', { text: 'A home first.' }),
      ]),
    ),
  )

  for (const words of ['Northern Ireland 500', 'The Act is passed.', '1 in 5', 'A home first.']) {
    expect(text).toContain(words)
  }
})
