import type { Payload } from 'payload'
import { audienceFor, type Viewer } from '@/access/viewer'
import { hides } from './hides'
import { normaliseQuery } from './parse-query'
import { readHits } from './read-hits'
import type { EngineSuggestion } from './search-answer'
import type { SearchEngine } from './search-engine'
import { steeringAt } from './steering'

export type Suggestion = {
  readonly kind: EngineSuggestion['kind']
  readonly label: string
  /** Path on the site, from the root. */
  readonly url: string
}

const MOST_SUGGESTIONS = 8

type Args = {
  readonly payload: Payload
  readonly engine: SearchEngine
  readonly viewer: Viewer
  readonly typed: string
  readonly now: Date
}

/** Up to eight titles, topics and series for what was typed so far: titles as the database has them now, none that is hidden. */
export async function answerSuggest(args: Args): Promise<readonly Suggestion[]> {
  const { payload, engine, viewer, typed, now } = args
  const offered = await engine.suggest(audienceFor(viewer), normaliseQuery(typed), MOST_SUGGESTIONS)
  const ids = offered.flatMap((one) => (one.kind === 'briefing' ? [one.id] : []))
  const briefings = await readHits(payload, viewer, ids, now)
  const { hidden } = await steeringAt(payload, now)
  const suggestions = offered.flatMap((one): Suggestion[] => {
    if (one.kind === 'topic') {
      return [{ kind: one.kind, label: one.name, url: `/topics/${one.slug}` }]
    }
    if (one.kind === 'series') {
      return [{ kind: one.kind, label: one.name, url: `/series/${one.slug}` }]
    }
    const briefing = briefings.get(one.id)
    return briefing ? [{ kind: one.kind, label: briefing.title, url: briefing.url }] : []
  })
  return suggestions.filter(({ label }) => !hides(hidden, label))
}
