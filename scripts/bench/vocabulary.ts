import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { SeededRandom } from '../../tests/support/seeded-random'
import { PROJECT_ROOT } from '../building/project-root'

const CORPORA = path.join(PROJECT_ROOT, '../shared/corpora')
const COLLECTIONS = ['service-manual', 'govuk-content-examples']
const SLOTS = 2 ** 20

/** Words of real texts, drawn as often as the texts use them. */
export type Vocabulary = {
  /** Where the words come from, for people. */
  readonly source: string
  readonly size: number
  readonly draw: (random: SeededRandom) => string
  /** Words a reader might search by: neither among the commonest nor seen only once. */
  readonly telling: readonly string[]
}

const bodiesOf = (file: string): string[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => (JSON.parse(line) as { body?: string }).body ?? '')

function realTexts(): { source: string; texts: string[] } {
  const files = COLLECTIONS.map((name) => path.join(CORPORA, name, 'docs.jsonl'))
  if (files.every((file) => existsSync(file))) {
    return { source: COLLECTIONS.join(' and '), texts: files.flatMap(bodiesOf) }
  }
  const folder = path.join(PROJECT_ROOT, 'demo/briefings')
  const texts = readdirSync(folder).map((name) => readFileSync(path.join(folder, name), 'utf8'))
  return { source: 'the demonstration content', texts }
}

const wordsOf = (text: string): string[] =>
  text
    .replace(/<[^>]*>|https?:\S+|\]\([^)]*\)|&\w+;/g, ' ')
    .toLowerCase()
    .match(/\p{L}{2,}/gu) ?? []

function frequencies(texts: readonly string[]): [string, number][] {
  const counts = new Map<string, number>()
  for (const text of texts) {
    for (const word of wordsOf(text)) counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
}

/** A table in which each word has as many slots as its share of the texts, one at least. */
function slotted(counted: readonly [string, number][]): string[] {
  const all = counted.reduce((sum, [, count]) => sum + count, 0)
  return counted.flatMap(([word, count]) =>
    Array.from({ length: Math.max(1, Math.round((count / all) * SLOTS)) }, () => word),
  )
}

export function readVocabulary(): Vocabulary {
  const { source, texts } = realTexts()
  const counted = frequencies(texts)
  const slots = slotted(counted)
  return {
    source,
    size: counted.length,
    draw: (random) => random.pick(slots),
    telling: counted
      .slice(150, 4000)
      .map(([word]) => word)
      .filter((word) => word.length >= 4),
  }
}
