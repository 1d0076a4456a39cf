import { describe, expect, it } from 'vitest'
import { type BestBet, betsFor } from '@/search/best-bets'
import { hides } from '@/search/hides'
import { parseQuery } from '@/search/parse-query'
import { toSynonymRules } from '@/search/read-synonyms'

const now = new Date('2026-11-24T12:00:00Z')

describe('synonyms', () => {
  const group = (...words: string[]) => ({ direction: 'mutual' as const, words })
  const leads = (words: string[], alsoFinds: string[]) => ({
    direction: 'one-way' as const,
    words,
    alsoFinds,
  })

  it('let each word of a group find the others', () => {
    expect(toSynonymRules([group('HMO', 'shared  house', 'bedsit')])).toEqual([
      { from: 'bedsit', to: ['hmo', 'shared house'] },
      { from: 'hmo', to: ['bedsit', 'shared house'] },
      { from: 'shared house', to: ['bedsit', 'hmo'] },
    ])
  })

  it('lead one way where editors say so', () => {
    expect(toSynonymRules([leads(['asbo'], ['Antisocial behaviour'])])).toEqual([
      { from: 'asbo', to: ['antisocial behaviour'] },
    ])
  })

  it('of one word are one rule, whatever rows they stand in, and follow no further', () => {
    expect(toSynonymRules([group('a', 'b'), group('B', 'c'), leads(['a'], ['A', 'd'])])).toEqual([
      { from: 'a', to: ['b', 'd'] },
      { from: 'b', to: ['a', 'c'] },
      { from: 'c', to: ['b'] },
    ])
  })

  it('that lead nowhere are no rule', () => {
    expect(toSynonymRules([group('a'), leads(['b'], []), leads(['c'], ['C '])])).toEqual([])
  })
})

describe('best bets', () => {
  const bet = (rest: Partial<BestBet> = {}): BestBet => ({
    query: 'Café licences',
    briefings: ['1', '2'],
    from: null,
    until: null,
    ...rest,
  })
  const bets = (typed: string, ...given: BestBet[]) => betsFor(given, parseQuery(typed), now)

  it.each(['cafe licences', ' CAFÉ   licences ', 'café-licences!', '“café licences”'])(
    'answer their search however it is typed: %s',
    (typed) => {
      expect(bets(typed, bet())).toEqual(['1', '2'])
    },
  )

  it.each(['café', 'café licences wales', 'café -licences', 'café licences type:update', ''])(
    'answer no other search: %s',
    (typed) => {
      expect(bets(typed, bet())).toEqual([])
    },
  )

  it('hold from their first moment until their last', () => {
    expect(bets('café licences', bet({ from: '2026-11-24T12:00:00.000Z' }))).toEqual(['1', '2'])
    expect(bets('café licences', bet({ from: '2026-11-24T12:00:00.001Z' }))).toEqual([])
    expect(bets('café licences', bet({ until: '2026-11-24T12:00:00.001Z' }))).toEqual(['1', '2'])
    expect(bets('café licences', bet({ until: '2026-11-24T12:00:00.000Z' }))).toEqual([])
  })

  it('name a briefing once, though two bets do', () => {
    expect(bets('café licences', bet(), bet({ briefings: ['3', '1'] }))).toEqual(['1', '2', '3'])
  })
})

describe('a word never suggested', () => {
  it('hides what holds it as a word, capitals and accents aside', () => {
    expect(hides(['Élan'], 'The ELAN valley')).toBe(true)
    expect(hides(['gang crime'], 'Tackling urban gang-crime')).toBe(true)
  })

  it('hides nothing that holds it as a part of a word', () => {
    expect(hides(['art'], 'Starting parties')).toBe(false)
    expect(hides([], 'Anything')).toBe(false)
    expect(hides(['!'], 'Anything !')).toBe(false)
  })
})
