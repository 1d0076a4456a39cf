import { describe, expect, it } from 'vitest'
import { canonicalUrl } from '@/sources/canonical-url'
import { doisIn } from '@/sources/doi'
import { readReferences } from '@/sources/read-references'
import { likenessesAmong } from '@/sources/same-source'

const source = (over: object) => ({
  title: 'Rough sleeping counted',
  authors: ['Smith, Jane'],
  year: 2021,
  url: null,
  doi: null,
  ...over,
})

const likeness = (one: object, other: object) =>
  likenessesAmong([source(one)])(source(other))[0]?.by ?? null

describe('two sources', () => {
  it('are alike by DOI, by web address, or by title, year and first author', () => {
    expect(likeness({ doi: '10.1000/a', title: 'A' }, { doi: '10.1000/A', title: 'B' })).toBe('doi')
    expect(
      likeness({ url: 'https://example.org/a', title: 'A' }, { url: 'http://www.example.org/a/' }),
    ).toBe('url')
    expect(likeness({}, { title: 'Rough  sleeping: counted', authors: ['Jane Smith'] })).toBe(
      'work',
    )
  })

  it.each([
    ['another DOI', { doi: '10.1000/a' }, { doi: '10.1000/b' }],
    ['another year', {}, { year: 2022 }],
    ['another author', {}, { authors: ['Jones, Bob'] }],
    ['another title', {}, { title: 'Rough sleeping' }],
    [
      'the front page of one site alone',
      { url: 'https://a.org/', year: 1 },
      { url: 'https://a.org' },
    ],
  ])('are two where they have %s', (_what, one, other) => {
    expect(likeness(one, other)).toBeNull()
  })
})

describe('a web address', () => {
  it.each([
    ['https://Example.org/a', 'http://www.example.org/a/#part'],
    ['https://example.org/a?b=1&c=2', 'https://example.org/a?c=2&b=1&utm_source=mail'],
    ['https://example.org:443/a', 'https://example.org/a'],
  ])('is one however it is written: %s and %s', (one, other) => {
    expect(canonicalUrl(one)).toBe(canonicalUrl(other))
  })

  it.each(['', 'javascript:alert(1)', 'ftp://example.org/a', 'https://example.org/', 'nonsense'])(
    'is none to compare by in %j',
    (url) => {
      expect(canonicalUrl(url)).toBeNull()
    },
  )
})

describe('a text of DOIs', () => {
  it('is read however they are written', () => {
    expect(doisIn('10.1000/ABC\nhttps://doi.org/10.1000/182\n\ndoi: 10.1000/x')).toEqual([
      '10.1000/abc',
      '10.1000/182',
      '10.1000/x',
    ])
  })

  it.each(['', 'some words', '10.1000/182 and more', '@article{a, doi={10.1000/182}}'])(
    'is not seen in %j',
    (text) => {
      expect(doisIn(text)).toBeNull()
    },
  )
})

describe('a text with one damaged reference', () => {
  const good = (name: string) => `@article{${name}, title={About ${name}}, year={2020}}\n`

  it('gives the others, and names the damaged one by its place with a way to mend it', () => {
    const reading = readReferences(
      `${good('one')}@article{two, title={Never closed\n${good('three')}`,
    )

    expect(reading).toMatchObject({ sources: [{ title: 'About one' }, { title: 'About three' }] })
    expect(reading.kind === 'read' && reading.leftOut).toEqual([
      'Reference 2 (“@article{two, title={Never closed”) is damaged. See that its brackets close, and that a comma stands between its fields.',
    ])
  })

  it('keeps the abbreviations that BibTeX defines once for all', () => {
    const text = `@string{doh = "Department of Health"}\n@article{a, title={One}, journal=doh}\n@article{b, title={`

    expect(readReferences(text)).toMatchObject({ sources: [{ publisher: 'Department of Health' }] })
  })
})
