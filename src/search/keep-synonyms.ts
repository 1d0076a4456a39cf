import type { Payload } from 'payload'
import { writeOnce } from '@/lib/write-once'
import { readSynonyms, synonymsStamp } from './read-synonyms'
import type { SearchEngine } from './search-engine'

type Args = { readonly payload: Payload; readonly engine: SearchEngine }

/** What this process last told each engine. Losing it costs telling it once more. */
const told = new WeakMap<SearchEngine, string>()

const keyOf = (engine: SearchEngine) => `synonyms of ${engine.name}`

async function note({ payload, engine }: Args, stamp: string): Promise<void> {
  const row = { collection: 'mailer-state', data: { value: { stamp } } } as const
  const changed: unknown = await payload.db.updateOne({
    ...row,
    where: { key: { equals: keyOf(engine) } },
    options: { atomic: true },
  })
  if (changed !== null) return
  await writeOnce(payload, 'mailer-state', { key: keyOf(engine), value: { stamp } })
}

/**
 * Tells the engine the editors' synonyms: at a process's first pass, after a rebuild, and when one was saved or deleted.
 * Safe to repeat, and from several processes.
 */
export async function keepSynonyms(args: Args): Promise<void> {
  const { payload, engine } = args
  const stamp = await synonymsStamp(payload)
  const state = `${stamp}, ${await engine.generation()}`
  if (told.get(engine) === state) return
  await engine.useSynonyms(await readSynonyms(payload))
  await note(args, stamp)
  told.set(engine, state)
}

/** True once the engine has been told every synonym as it stands now, by this process or another. */
export async function hasNewestSynonyms({ payload, engine }: Args): Promise<boolean> {
  const row = await payload.db.findOne<{ id: string; value: { stamp?: unknown } }>({
    collection: 'mailer-state',
    where: { key: { equals: keyOf(engine) } },
  })
  return row?.value.stamp === (await synonymsStamp(payload))
}
