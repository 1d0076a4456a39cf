import { describe, expect, it } from 'vitest'
import {
  type CitableSource,
  hasWords,
  readTypedCitation,
  shortName,
  unfinishedCitation,
} from '@/sources/typed-citation'

const source = (over: Partial<CitableSource> = {}): CitableSource => ({
  id: 's1',
  title: 'Rough sleeping counted',
  authors: ['Smith, Jane', 'Jones, Bob'],
  publisher: 'Crisis',
  year: 2021,
  doi: '10.1000/rs',
  ...over,
})

describe('a citation that is being typed', () => {
  it.each([
    ['As was found [@smith', { start: 13, typed: 'smith' }],
    ['[@', { start: 0, typed: '' }],
    ['One [@smith] and [@jo', { start: 17, typed: 'jo' }],
    ['A finished one [@smith] and on', null],
    ['mail@example.org', null],
    [`[@${'and so on '.repeat(9)}`, null],
  ])('is found in “%s”', (line, found) => {
    expect(unfinishedCitation(line)).toEqual(found)
  })

  it.each([
    ['smith 2021', ['smith', '2021'], null],
    ['smith, p. 12', ['smith'], '12'],
    ['smith p12', ['smith'], '12'],
    ['rough sleeping pp. 12-14', ['rough', 'sleeping'], '12–14'],
    ['crisis, p. A3', ['crisis'], 'A3'],
    ['p. 4', [], '4'],
    ['', [], null],
  ])('reads “%s” as words and a page', (typed, words, page) => {
    expect(readTypedCitation(typed)).toEqual({ words, page })
  })

  it.each(['smith p', 'smith p.', 'smith pp. ', 'smith, '])(
    'goes on finding the source while “%s” becomes a page',
    (typed) => {
      expect(readTypedCitation(typed)).toEqual({ words: ['smith'], page: null })
    },
  )

  it.each(['mould step', 'sheep 12', 'group p12 study'])(
    'takes no part of a word for a page in “%s”',
    (typed) => {
      expect(readTypedCitation(typed)).toEqual({ words: typed.split(' '), page: null })
    },
  )
})

describe('a source', () => {
  it('has the words of its title, authors, publisher, DOI and year, and all of them are asked for', () => {
    expect(hasWords(source(), ['SMITH', 'jones', 'rough', 'cris', '202', '10.1000/rs'])).toBe(true)
    expect(hasWords(source(), ['smith', 'mould'])).toBe(false)
    expect(hasWords(source({ authors: null, publisher: null, year: null }), ['null'])).toBe(false)
  })

  it.each([
    [source(), 'Smith and Jones 2021'],
    [source({ authors: ['Smith, Jane', 'Jones, Bob', 'Lee, Cy'] }), 'Smith and others 2021'],
    [source({ authors: ['Department for Education'] }), 'Department for Education 2021'],
    [source({ authors: [] }), 'Crisis 2021'],
    [source({ authors: null, publisher: null, year: null }), 'Rough sleeping counted'],
  ])('has a short name by which an officer knows it', (asked, name) => {
    expect(shortName(asked)).toBe(name)
  })
})
