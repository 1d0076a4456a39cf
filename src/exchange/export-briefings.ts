import { setImmediate } from 'node:timers/promises'
import type { Payload } from 'payload'
import { idOf, idsOf } from '@/lib/ids'
import type { Briefing, Source, Topic } from '@/payload-types'
import { filesOf, type KeepFile } from './export-files'
import { writtenBriefing, type WrittenNames } from './written-briefing'

const everyRow = { depth: 0, pagination: false } as const

function topicPath(topic: Topic, byId: ReadonlyMap<string, Topic>): string {
  const above = topic.parent ? byId.get(idOf(topic.parent)) : undefined
  return above ? `${topicPath(above, byId)} > ${topic.name}` : topic.name
}

async function readWrittenNames(payload: Payload): Promise<WrittenNames> {
  const topics = await payload.find({ collection: 'topics', ...everyRow, overrideAccess: true })
  const series = await payload.find({ collection: 'series', ...everyRow, overrideAccess: true })
  const staff = await payload.find({
    collection: 'staff',
    ...everyRow,
    overrideAccess: true,
    select: { name: true },
  })
  const briefings = await payload.find({
    collection: 'briefings',
    ...everyRow,
    overrideAccess: true,
    select: { reference: true },
  })
  const byId = new Map(topics.docs.map((topic) => [topic.id, topic]))
  return {
    topics: new Map(topics.docs.map((topic) => [topic.id, topicPath(topic, byId)])),
    series: new Map(series.docs.map(({ id, name }) => [id, name])),
    authors: new Map(staff.docs.map(({ id, name }) => [id, name])),
    references: new Map(briefings.docs.map(({ id, reference }) => [id, reference ?? ''])),
  }
}

/** What readers see of a published briefing, or the latest of a draft. */
async function readToWrite(payload: Payload, id: string): Promise<Briefing | null> {
  const byId = { collection: 'briefings', id, depth: 0, disableErrors: true } as const
  const shown = await payload.findByID({ ...byId, overrideAccess: true })
  if (shown?._status === 'published') return shown
  return payload.findByID({ ...byId, overrideAccess: true, draft: true })
}

/** Chains of sources that replace each other are short; a ring of them ends too. */
const LONGEST_CHAIN = 10

/** The sources of a briefing, and those to read instead of them. */
async function sourcesOf(payload: Payload, briefing: Briefing): Promise<Source[]> {
  const found = new Map<string, Source>()
  let ids = idsOf(briefing.sources)
  for (let link = 0; link < LONGEST_CHAIN && ids.length > 0; link += 1) {
    const { docs } = await payload.find({
      collection: 'sources',
      ...everyRow,
      overrideAccess: true,
      where: { id: { in: ids } },
    })
    for (const source of docs) found.set(source.id, source)
    ids = docs
      .flatMap(({ replacedBy }) => (replacedBy ? [idOf(replacedBy)] : []))
      .filter((id) => !found.has(id))
  }
  return [...found.values()]
}

export type Exported =
  | {
      readonly kind: 'written'
      readonly line: string
      /** Whether it has files that do not go with the line. */
      readonly lacksFiles: boolean
    }
  /** A draft without a title, which no file may hold. */
  | { readonly kind: 'left-out'; readonly reference: string }

/**
 * Every briefing as a line of a briefings file, by reference; drafts too.
 *
 * Of a published briefing, what readers see: changes not yet published are left out. Memory holds one briefing.
 *
 * @param keepFile puts an attachment's file beside the lines and answers what names it there, or null where it is gone. Without it
 * no files go with the lines.
 */
export async function* exportBriefings(
  payload: Payload,
  onProgress: (done: number, of: number) => void,
  keepFile: KeepFile | null = null,
): AsyncGenerator<Exported> {
  const names = await readWrittenNames(payload)
  const inOrder = [...names.references].toSorted(([, a], [, b]) => a.localeCompare(b))
  for (const [index, [id, reference]] of inOrder.entries()) {
    await setImmediate()
    onProgress(index + 1, inOrder.length)
    const briefing = await readToWrite(payload, id)
    if (!briefing) continue
    if (!briefing.title) {
      yield { kind: 'left-out', reference }
      continue
    }
    const sources = await sourcesOf(payload, briefing)
    const { files, lacksFiles } = await filesOf(payload, briefing, keepFile)
    const written = writtenBriefing(briefing, sources, names, files)
    yield { kind: 'written', line: JSON.stringify(written), lacksFiles }
  }
}
