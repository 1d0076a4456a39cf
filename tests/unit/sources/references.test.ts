import { describe, expect, it } from 'vitest'
import type { PublicBriefing } from '@/access/to-public-part'
import { plainReference } from '@/lib/reference-runs'
import type { Source } from '@/payload-types'
import { briefingAsCsl, CITATION_FORMATS, citationFile } from '@/sources/cite-briefing'
import { readReferences } from '@/sources/read-references'
import { setReferences } from '@/sources/set-references'
import { sourceAsCsl } from '@/sources/source-as-csl'
import { REFERENCE_STYLES, type ReferenceStyle } from '@/sources/styles/reference-styles'

const BIBTEX = `@article{smith, title={The {UK} study \\& after}, author={Smith, Jane and Jones, Bob},
  year={2020}, doi={10.1000/ABC}, journal={Journal of Housing}}
@techreport{dfe, title={Absence}, author={{Department for Education}}, institution={DfE}, year=2019}`

const RIS = `TY  - RPRT
AU  - Shelter
TI  - Rough sleeping counted
PY  - 2021
PB  - Shelter
UR  - https://example.org/count
ER  - 
`

const sourcesIn = (text: string) => {
  const reading = readReferences(text)
  return reading.kind === 'read' ? reading.sources : reading.reason
}

describe('references an officer pastes', () => {
  it('are read from BibTeX, people and bodies alike', () => {
    expect(sourcesIn(BIBTEX)).toEqual([
      {
        title: 'The UK study & after',
        type: 'research',
        authors: ['Smith, Jane', 'Jones, Bob'],
        publisher: 'Journal of Housing',
        year: 2020,
        url: null,
        doi: '10.1000/abc',
      },
      {
        title: 'Absence',
        type: 'research',
        authors: ['Department for Education'],
        publisher: 'DfE',
        year: 2019,
        url: null,
        doi: null,
      },
    ])
  })

  it('are read from RIS', () => {
    expect(sourcesIn(RIS)).toMatchObject([
      { title: 'Rough sleeping counted', authors: ['Shelter'], year: 2021, publisher: 'Shelter' },
    ])
  })

  it('are read from CSL-JSON, one or many', () => {
    const record = { type: 'dataset', title: 'Live tables', URL: 'javascript:alert(1)' }

    expect(sourcesIn(JSON.stringify(record))).toMatchObject([{ type: 'statistics', url: null }])
    expect(sourcesIn(JSON.stringify([record, record]))).toHaveLength(2)
  })

  it('are never fetched, when the text is an address', () => {
    expect(readReferences('https://example.org/references.bib').kind).toBe('unreadable')
    expect(readReferences('10.1000/182').kind).toBe('unreadable')
  })

  it.each(['', 'Some words', '{"title":', '[]', '@article{broken, title={', 'TY  - '])(
    'are refused with a reason where there is nothing to read in %j',
    (text) => {
      const reading = readReferences(text)

      expect(reading).not.toMatchObject({ kind: 'read', leftOut: [] })
    },
  )

  it('are named by their place where they have no title', () => {
    expect(readReferences('[{"type":"report"},{"type":"report","title":"One"}]')).toMatchObject({
      sources: [{ title: 'One' }],
      leftOut: ['Reference 1 has no title, or is none.'],
    })
  })
})

const source = (over: Partial<Source>): Source => ({
  id: 's1',
  title: 'Rough sleeping',
  type: 'evaluation',
  createdAt: '2026-01-01',
  updatedAt: '2026-01-01',
  ...over,
})

const inStyle = (style: ReferenceStyle, over: Partial<Source>) =>
  setReferences([sourceAsCsl(source(over))], style).get('s1') ?? []

describe('a reference in the list of sources', () => {
  const whole = {
    authors: ['Smith, Jane', 'Jones, Bob'],
    publisher: 'Crisis',
    year: 2021,
    url: 'https://example.org/a',
    accessed: '2026-03-04T12:00:00.000Z',
  }

  it('is set in Harvard style', () => {
    expect(plainReference(inStyle('harvard', whole))).toBe(
      'Smith, J. and Jones, B. (2021) Rough sleeping. Crisis. Available at: https://example.org/a (Accessed: 4 March 2026).',
    )
  })

  it.each(Object.keys(REFERENCE_STYLES) as ReferenceStyle[])(
    'names its author, year, title, publisher and address in style %s',
    (style) => {
      const words = plainReference(inStyle(style, whole))

      for (const word of ['Smith', '2021', 'Rough sleeping', 'Crisis', 'https://example.org/a']) {
        expect(words).toContain(word)
      }
    },
  )

  it('names the publisher once where nobody else wrote it, and says where there is no date', () => {
    expect(plainReference(inStyle('harvard', { publisher: 'Crisis' }))).toBe(
      'Crisis (no date) Rough sleeping.',
    )
  })

  it('leads to its DOI before its address', () => {
    const hrefs = inStyle('harvard', { ...whole, doi: '10.1000/182' }).map(({ href }) => href)

    expect(hrefs).toContain('https://doi.org/10.1000/182')
    expect(hrefs).not.toContain('https://example.org/a')
  })

  it.each([
    '<script>alert(1)</script>',
    '<a href="javascript:x">y</a>',
    '\u0000 & <i>x',
    '𝔸 “quoted”',
  ])('shows the words %j as words', (title) => {
    const runs = inStyle('harvard', { title, publisher: 'P', url: 'https://example.org/' })

    expect(runs.map(({ href }) => href).filter((href) => href?.startsWith('java'))).toEqual([])
    expect(plainReference(runs)).toContain('P (no date)')
  })
})

const BRIEFING: PublicBriefing = {
  id: 'b1',
  reference: 'RB-2026-001',
  slug: 'a-briefing',
  url: '/briefings/a-briefing',
  title: `Homes & “hope”: 5% {of} a_plan, ${'and every word of a long title '.repeat(4)}kept`,
  summary: 'What a council may do.',
  type: 'briefing',
  series: null,
  topics: [],
  nations: [],
  authors: [
    { slug: 'jane', name: 'Jane O’Neil' },
    { slug: 'bob', name: 'Bob Jones' },
  ],
  publishedAt: '2026-03-04T12:00:00.000Z',
  updatedAt: null,
  readingMinutes: 4,
  holds: { headings: 1, caseStudies: 0, sources: 3 },
}

describe('“Cite this briefing”', () => {
  it.each(CITATION_FORMATS)('reads back as %s to the record it was made of', (format) => {
    const file = citationFile(BRIEFING, 'https://signpost.example', format)

    expect(sourcesIn(file)).toEqual([
      {
        title: BRIEFING.title,
        type: 'research',
        authors: ['Jane O’Neil', 'Bob Jones'],
        publisher: 'Signpost',
        year: 2026,
        url: 'https://signpost.example/briefings/a-briefing',
        doi: null,
      },
    ])
    expect(file).toContain('RB-2026-001')
  })

  it('is written out in Harvard style', () => {
    const record = briefingAsCsl(BRIEFING, 'https://signpost.example')

    expect(plainReference(setReferences([record], 'harvard').get('RB-2026-001') ?? [])).toContain(
      'kept. Signpost. Available at: https://signpost.example/briefings/a-briefing',
    )
  })
})
