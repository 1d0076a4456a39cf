import { type Address, asking, connect } from './connection'
import { DEFAULT_PREFIX } from './index-names'

/** What the site and the worker do, and no more. Keys, dumps and the server's own settings are not among it. */
const ACTIONS = [
  'search',
  'documents.add',
  'documents.get',
  'documents.delete',
  'indexes.create',
  'indexes.get',
  'indexes.delete',
  'indexes.swap',
  'settings.get',
  'settings.update',
  'tasks.get',
]

const MOST_KEYS = 1000

const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((value) => other.includes(value))

/** Makes the key of a site, or finds the one made before. `master` is the only key that may. */
export async function siteKey(
  master: Address,
  prefix: string = DEFAULT_PREFIX,
): Promise<{ readonly key: string; readonly isNew: boolean }> {
  const { patient } = connect(master)
  const indexes = [`${prefix}_*`]
  const { results } = await asking(() => patient.getKeys({ limit: MOST_KEYS }))
  const found = results.find((key) => isSame(key.actions, ACTIONS) && isSame(key.indexes, indexes))
  if (found) return { key: found.key, isNew: false }
  const made = await asking(() =>
    patient.createKey({
      name: `Signpost (${prefix})`,
      description: 'The site and its worker: their own indexes, and nothing else.',
      actions: ACTIONS,
      indexes,
      expiresAt: null,
    }),
  )
  return { key: made.key, isNew: true }
}
