import type { Payload } from 'payload'
import { hasNewestSynonyms } from './keep-synonyms'
import { parseQuery } from './parse-query'
import { asRuleTerm } from './read-synonyms'
import type { SearchEngine } from './search-engine'

/** Up to here the briefings of a word are told apart from those of another. */
const MOST_TOLD_APART = 200

export type SynonymEffect = {
  /** In the order given: how many briefings a member finds by each word now. */
  readonly each: readonly { readonly word: string; readonly finds: number }[]
  /** How many they find together; as many or more where `togetherIsMinimum`. */
  readonly together: number
  readonly togetherIsMinimum: boolean
  /** False while the engine has yet to be told of the latest change to any synonym. */
  readonly isInUse: boolean
}

type Args = {
  readonly payload: Payload
  readonly engine: SearchEngine
  readonly words: readonly string[]
}

/** A phrase is asked for as a phrase, and a word as a finished one: what begins with it is another word. */
const asked = (word: string) => (word.includes(' ') ? `"${word}"` : `${word} `)

/**
 * What words find now and would find together, for whoever is about to call them synonyms.
 *
 * @throws {SearchUnavailable} when the engine cannot be reached.
 */
export async function synonymEffect({ payload, engine, words }: Args): Promise<SynonymEffect> {
  const terms = [...new Set(words.map(asRuleTerm))].filter((word) => word !== '')
  const each: { word: string; finds: number }[] = []
  const found = new Set<string>()
  for (const word of terms) {
    const { hits, total } = await engine.search('members', {
      query: parseQuery(asked(word)),
      filters: {},
      from: null,
      to: null,
      sort: 'newest',
      page: 1,
      pageSize: MOST_TOLD_APART,
      pinned: [],
    })
    each.push({ word, finds: total })
    for (const { id } of hits) found.add(id)
  }
  const most = Math.max(0, ...each.map(({ finds }) => finds))
  return {
    each,
    together: Math.max(found.size, most),
    togetherIsMinimum: most > MOST_TOLD_APART,
    isInUse: await hasNewestSynonyms({ payload, engine }),
  }
}
