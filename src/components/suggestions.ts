export type Suggestion = {
  readonly kind: 'briefing' | 'topic' | 'series'
  readonly label: string
  readonly url: string
}

export type SuggestionGroup = {
  readonly title: string
  readonly options: readonly (Suggestion & { readonly place: number })[]
}

const TITLES: readonly (readonly [Suggestion['kind'], string])[] = [
  ['topic', 'Topics'],
  ['series', 'Series'],
  ['briefing', 'Briefings'],
]

const FEWEST_LETTERS = 2

/** Suggestions under the name of their kind, each with its place in the order the arrows go. */
export function inGroups(suggestions: readonly Suggestion[]): readonly SuggestionGroup[] {
  let place = 0
  return TITLES.flatMap(([kind, title]) => {
    const options = suggestions
      .filter((one) => one.kind === kind)
      .map((one) => ({ ...one, place: place++ }))
    return options.length > 0 ? [{ title, options }] : []
  })
}

/** Asks the site what it suggests for what was typed so far. @throws where it does not answer. */
export async function askForSuggestions(
  typed: string,
  signal: AbortSignal,
): Promise<readonly Suggestion[]> {
  if (typed.trim().length < FEWEST_LETTERS) return []
  const answer = await fetch(`/api/suggest?${new URLSearchParams({ q: typed }).toString()}`, {
    signal,
  })
  if (!answer.ok) throw new Error(`The suggestions answered ${answer.status}.`)
  const { suggestions } = (await answer.json()) as { suggestions: readonly Suggestion[] }
  return suggestions
}
