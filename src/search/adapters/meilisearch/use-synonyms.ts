import type { EnqueuedTask } from 'meilisearch'
import type { SynonymRule } from '../../synonym-rule'
import { asking, type Connection } from './connection'
import { allDone } from './write-records'

type Table = Readonly<Record<string, readonly string[]>>

/** Meilisearch joins no more words than this into one. */
const MOST_WORDS = 3

const isShort = (phrase: string): boolean => phrase.split(/\s+/).length <= MOST_WORDS

/** In one order, so that equal tables are written alike. */
const ordered = (table: Table): [string, string[]][] =>
  Object.entries(table)
    .map(([from, to]): [string, string[]] => [from, [...new Set(to)].sort()])
    .sort(([a], [b]) => (a < b ? -1 : 1))

export function synonymTable(rules: readonly SynonymRule[]): Record<string, string[]> {
  const table: Record<string, string[]> = {}
  for (const { from, to } of rules.filter((rule) => isShort(rule.from))) {
    table[from] = [...(table[from] ?? []), ...to]
  }
  return Object.fromEntries(ordered(table))
}

/** Gives the indexes these synonyms, where they have others. A change indexes everything anew within Meilisearch. */
export async function giveSynonyms(
  connection: Connection,
  names: readonly string[],
  rules: readonly SynonymRule[],
): Promise<void> {
  const wanted = synonymTable(rules)
  const tasks: EnqueuedTask[] = []
  for (const name of names) {
    const index = connection.patient.index(name)
    const current = await asking(() => index.getSynonyms())
    if (JSON.stringify(ordered(current)) === JSON.stringify(ordered(wanted))) continue
    tasks.push(await asking(() => index.updateSynonyms(wanted)))
  }
  await allDone(connection, tasks)
}
