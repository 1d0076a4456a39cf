import type { Payload } from 'payload'
import { changedBriefings, followFrom, type Followed } from './changed-briefings'
import { keepSynonyms } from './keep-synonyms'
import { publishedBy, publishedIds, readPublished } from './read-published'
import type { SearchDocument } from './search-document'
import type { SearchEngine } from './search-engine'
import { readSubjects, type Subjects, subjectsStamp } from './subjects'

export type Indexed = { readonly put: number; readonly removed: number }

type Args = { readonly payload: Payload; readonly engine: SearchEngine; readonly now: Date }

type Mark = {
  readonly followed: Followed
  readonly comparedAllAt: Date
  readonly generation: string
  readonly stamp: string
  readonly subjects: Subjects
}

const HOUR = 60 * 60 * 1000
const COMPARED_AT_A_TIME = 20
const PUT_AT_A_TIME = 40

/** How far this process has come with each engine. Losing it costs one comparison of everything. */
const marks = new WeakMap<SearchEngine, Mark>()

const yieldToOthers = () => new Promise<void>((resolve) => setImmediate(resolve))

/** What of a few briefings the index lacks or holds otherwise, and what it holds that is not published. */
async function compareSome({ payload, engine, now }: Args, subjects: Subjects, ids: string[]) {
  const documents = await readPublished(payload, subjects, ids, now)
  const held = [await engine.fingerprints('public', ids), await engine.fingerprints('members', ids)]
  const published = new Set(documents.map(({ id }) => id))
  return {
    due: documents.filter(({ id, fingerprint }) =>
      held.some((index) => index.get(id) !== fingerprint),
    ),
    gone: ids.filter((id) => !published.has(id) && held.some((index) => index.has(id))),
  }
}

/**
 * Makes the index hold of those briefings what is published, and nothing of the others. A few are compared at a time, so
 * that others are answered in between; more are put at a time, since a search server takes as long for many as for few.
 */
async function settle(args: Args, subjects: Subjects, ids: readonly string[]): Promise<Indexed> {
  const report = { put: 0, removed: 0 }
  let due: SearchDocument[] = []
  for (let start = 0; start < ids.length; start += COMPARED_AT_A_TIME) {
    const some = ids.slice(start, start + COMPARED_AT_A_TIME)
    const found = await compareSome(args, subjects, some)
    if (found.gone.length > 0) await args.engine.remove(found.gone)
    report.removed += found.gone.length
    due.push(...found.due)
    const isLast = start + COMPARED_AT_A_TIME >= ids.length
    if (due.length > 0 && (isLast || due.length >= PUT_AT_A_TIME)) {
      await args.engine.put(due)
      report.put += due.length
      due = []
    }
    await yieldToOthers()
  }
  return report
}

async function heldIds(engine: SearchEngine): Promise<Set<string>> {
  const held = [await engine.fingerprints('public'), await engine.fingerprints('members')]
  return new Set(held.flatMap((index) => [...index.keys()]))
}

/** A deletion leaves no trace to look for, but the numbers no longer agree: then the ids are compared. */
async function unmatchedIds({ payload, engine, now }: Args): Promise<readonly string[]> {
  const { totalDocs } = await payload.count({
    collection: 'briefings',
    where: publishedBy(now),
    overrideAccess: true,
  })
  const counts = [await engine.count('public'), await engine.count('members')]
  if (counts.every((count) => count === totalDocs)) return []
  const published = new Set(await publishedIds(payload, now))
  const held = await heldIds(engine)
  const lacking = [...published].filter((id) => !held.has(id))
  const extra = [...held].filter((id) => !published.has(id))
  return counts[0] === counts[1] ? [...lacking, ...extra] : [...new Set([...published, ...held])]
}

const isWholeDue = (mark: Mark, subjects: Subjects, generation: string, now: Date): boolean =>
  mark.generation !== generation ||
  mark.subjects.fingerprint !== subjects.fingerprint ||
  now.getTime() - mark.comparedAllAt.getTime() >= HOUR

/**
 * One pass of the indexing loop: asks the database what is published now and pays the index the difference, then tells
 * it the editors' synonyms where they changed.
 *
 * Compares everything at a process's first pass, hourly, after a rebuild, and when a topic, series or author was
 * renamed; otherwise what changed or came due since the last pass. Safe to repeat, and with several processes. A pass
 * that throws is done again by the next one.
 *
 * @throws {SearchUnavailable} when the engine cannot be reached.
 */
export async function indexPublished(args: Args): Promise<Indexed> {
  const { payload, engine, now } = args
  const mark = marks.get(engine)
  const generation = await engine.generation()
  const stamp = await subjectsStamp(payload)
  const subjects = mark?.stamp === stamp ? mark.subjects : await readSubjects(payload)

  const whole = !mark || isWholeDue(mark, subjects, generation, now)
  const next = whole
    ? {
        followed: await followFrom(payload, now),
        ids: [...new Set([...(await publishedIds(payload, now)), ...(await heldIds(engine))])],
      }
    : await changedBriefings(payload, mark.followed, now)
  const changed = await settle(args, subjects, next.ids)
  const unmatched = await settle(args, subjects, await unmatchedIds(args))

  const comparedAllAt = whole ? now : mark.comparedAllAt
  marks.set(engine, { followed: next.followed, comparedAllAt, generation, stamp, subjects })
  await keepSynonyms({ payload, engine })
  return { put: changed.put + unmatched.put, removed: changed.removed + unmatched.removed }
}
