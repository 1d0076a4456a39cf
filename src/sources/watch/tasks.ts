import type { Payload } from 'payload'
import { writeOnce } from '@/lib/write-once'
import type { EvidenceTask, Source } from '@/payload-types'
import type { LinkState } from './after-look'

export type WatchedSource = Pick<Source, 'id' | 'title' | 'url' | 'doi' | 'standing'>

type Problem = { readonly problem: EvidenceTask['problem']; readonly said: string }

/** What is wrong with a source, the gravest first; null where it stands and its link leads somewhere. */
export function problemOf({ standing }: WatchedSource, link: LinkState | null): Problem | null {
  if (standing === 'withdrawn') return { problem: 'withdrawn', said: 'Its publisher withdrew it.' }
  if (standing === 'superseded') return { problem: 'superseded', said: 'A newer source is there.' }
  if (link?.standing !== 'dead' && link?.standing !== 'moved') return null
  return { problem: link.standing, said: `Its link ${link.said ?? 'leads nowhere'}.` }
}

/** The briefings that cite a source, in what readers have or in a draft upon it. */
export async function citingBriefings(payload: Payload, sourceId: string): Promise<string[]> {
  const ids = new Set<string>()
  for (const draft of [false, true]) {
    const { docs } = await payload.find({
      collection: 'briefings',
      where: { sources: { in: [sourceId] } },
      draft,
      depth: 0,
      pagination: false,
      select: { title: true },
      overrideAccess: true,
    })
    for (const { id } of docs) ids.add(id)
  }
  return [...ids]
}

async function taskOf(payload: Payload, key: string): Promise<EvidenceTask | undefined> {
  const { docs } = await payload.find({
    collection: 'evidence-tasks',
    where: { key: { equals: key } },
    limit: 1,
    depth: 0,
    overrideAccess: true,
  })
  return docs[0]
}

async function close(payload: Payload, key: string, at: string): Promise<void> {
  await payload.update({
    collection: 'evidence-tasks',
    where: { and: [{ key: { equals: key } }, { closedAt: { exists: false } }] },
    data: { closedAt: at },
    overrideAccess: true,
  })
}

/**
 * Brings the one task of a source in line with what is wrong with it: opened, its list of briefings renewed, or closed.
 *
 * Safe to repeat, and from two workers at once: the source's id is the unique key of its task.
 */
export async function settleTask({
  payload,
  source,
  link,
  now,
}: {
  readonly payload: Payload
  readonly source: WatchedSource
  readonly link: LinkState | null
  readonly now: Date
}): Promise<void> {
  const at = now.toISOString()
  const found = problemOf(source, link)
  const briefings = found ? await citingBriefings(payload, source.id) : []
  if (!found || briefings.length === 0) {
    await close(payload, source.id, at)
    return
  }
  const words = { ...found, title: source.title }
  await writeOnce(payload, 'evidence-tasks', { key: source.id, openedAt: at, ...words })
  const task = await taskOf(payload, source.id)
  if (!task) return
  await payload.update({
    collection: 'evidence-tasks',
    id: task.id,
    depth: 0,
    overrideAccess: true,
    data: {
      ...words,
      source: source.id,
      briefings,
      ...(task.closedAt ? { openedAt: at, closedAt: null } : {}),
    },
  })
}
