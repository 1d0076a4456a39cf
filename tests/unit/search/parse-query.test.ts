import { describe, expect, it } from 'vitest'
import { parseQuery } from '@/search/parse-query'

describe('what somebody typed', () => {
  it('is read as words where it holds no signs', () => {
    expect(parseQuery('rough sleeping')).toMatchObject({
      words: ['rough', 'sleeping'],
      phrases: [],
      isLastWordOpen: true,
    })
  })

  it('keeps a phrase in quotation marks together, straight or curly', () => {
    expect(parseQuery('“right to buy” tenants')).toMatchObject({
      phrases: ['right to buy'],
      words: ['tenants'],
    })
    expect(parseQuery('"right to buy"').phrases).toEqual(['right to buy'])
  })

  it('leaves out what a minus stands before', () => {
    expect(parseQuery('housing -wales -"right to buy"')).toMatchObject({
      words: ['housing'],
      excluded: ['wales', 'right to buy'],
    })
  })

  it('knows a reference, an author and a type', () => {
    expect(parseQuery('ref:RB-2018-031 author:"Housing officer" TYPE:Update levy')).toMatchObject({
      references: ['RB-2018-031'],
      authors: ['Housing officer'],
      types: ['update'],
      words: ['levy'],
    })
  })

  it('reads a minister’s as a minister', () => {
    expect(parseQuery('minister’s').words).toEqual(['minister'])
  })

  it('keeps a hyphen inside a word', () => {
    expect(parseQuery('uk-german').words).toEqual(['uk-german'])
  })

  it('takes a finished last word as finished', () => {
    expect(parseQuery('homel ').isLastWordOpen).toBe(false)
    expect(parseQuery('homel "rough"').isLastWordOpen).toBe(false)
  })
})

describe('hostile input', () => {
  it('loses what cannot be seen', () => {
    expect(parseQuery('rou\u0000gh \u202Esleep\u200Bing\uE000').words).toEqual([
      'rou',
      'gh',
      'sleeping',
    ])
  })

  it('is capped in length', () => {
    const parsed = parseQuery('word '.repeat(2000))
    expect(parsed.text.length).toBeLessThanOrEqual(400)
    expect(parsed.words.length).toBeLessThanOrEqual(32)
  })

  it.each(['"', '"""', '-', '--', 'ref:', 'author:""', '()*^', ' ', '\u202E'])(
    'asks for nothing where it says nothing: %j',
    (raw) => {
      const { words, phrases, excluded, references, authors, types } = parseQuery(raw)
      const asked = [words, phrases, excluded, references, authors, types].flat().join('')
      expect(asked).toMatch(/^(ref:|author:)?$/)
    },
  )

  it('reads an open quotation mark as if it were not there', () => {
    expect(parseQuery('"rough sleeping').words).toEqual(['rough', 'sleeping'])
  })

  it('takes the names of an object’s parts for words', () => {
    expect(parseQuery('__proto__ constructor').words).toEqual(['__proto__', 'constructor'])
  })
})
