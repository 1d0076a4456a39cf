import type { Payload } from 'payload'
import { payloadUserOf, type Viewer } from '@/access/viewer'
import { idOf } from '@/lib/ids'
import { blocksOf, type LexicalNode, plainText } from '@/lib/lexical/nodes'
import type { Briefing } from '@/payload-types'

export type CitingBriefing = {
  readonly id: string
  readonly title: string
  readonly reference: string | null
  readonly isPublished: boolean
  /** The sentences it is cited in, in reading order; none where it stands in the list alone. */
  readonly sentences: readonly string[]
}

/** Stands for the mark while sentences are found: no text of a briefing holds it. */
const MARK = '\uE000'

const names = (node: LexicalNode, sourceId: string): boolean => {
  const { source, sources } = node.fields ?? {}
  const named = [source, ...(Array.isArray(sources) ? (sources as unknown[]) : [])]
  return named.filter(Boolean).some((one) => idOf(one as string | { id: string }) === sourceId)
}

const HOLDS_SENTENCES = new Set(['paragraph', 'heading', 'quote', 'listitem', 'tablecell'])

const sentences = new Intl.Segmenter('en-GB', { granularity: 'sentence' })

const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** Where each mark stands, as a place in the text without marks: of the word or stop before it, or of the beginning. */
function placesOfMarks(text: string): number[] {
  const before = text.split(MARK).slice(0, -1)
  return before.map((_, at) =>
    Math.max(
      0,
      before
        .slice(0, at + 1)
        .join('')
        .trimEnd().length - 1,
    ),
  )
}

/** A mark belongs to the sentence it stands in, or to the one before where it follows its full stop, spaces or none between. */
function sentencesWithMark(text: string): string[] {
  const places = placesOfMarks(text)
  return [...sentences.segment(text.replaceAll(MARK, ''))]
    .filter(({ index, segment }) =>
      places.some((place) => index <= place && place < index + segment.length),
    )
    .map(({ segment }) => tidy(segment))
    .filter(Boolean)
}

function wordsOf(node: LexicalNode, sourceId: string): string {
  if (node.text !== undefined) return node.text
  if (node.type === 'inlineBlock') return names(node, sourceId) ? MARK : ''
  if (node.type === 'linebreak' || node.type === 'tab') return ' '
  return (node.children ?? []).map((child) => wordsOf(child, sourceId)).join('')
}

function ofBlock(node: LexicalNode): string {
  const { title, says, figure } = node.fields ?? {}
  const words = [title, figure, says].filter((one) => typeof one === 'string' && one !== '')
  return words.length > 0 ? words.join(': ') : tidy(plainText([node]))
}

const isOuter = (node: LexicalNode): boolean =>
  (node.children ?? []).some(({ type }) => HOLDS_SENTENCES.has(type) || type === 'list')

/** The sentences of a document that cite a source; of a case study, a chart and the like, its title. */
export function sentencesCiting(document: unknown, sourceId: string): string[] {
  const visit = (node: LexicalNode): string[] => {
    if (node.type === 'block') return names(node, sourceId) ? [ofBlock(node)] : []
    if (HOLDS_SENTENCES.has(node.type) && !isOuter(node)) {
      return sentencesWithMark(wordsOf(node, sourceId))
    }
    return (node.children ?? []).flatMap(visit)
  }
  return blocksOf(document).flatMap(visit)
}

async function citing({ payload, sourceId, viewer }: WhereCitedArgs, draft: boolean) {
  const { docs } = await payload.find({
    collection: 'briefings',
    where: { sources: { in: [sourceId] } },
    draft,
    depth: 0,
    pagination: false,
    sort: 'title',
    select: { title: true, reference: true, body: true },
    overrideAccess: false,
    user: payloadUserOf(viewer),
  })
  return docs
}

export type WhereCitedArgs = {
  readonly payload: Payload
  readonly sourceId: string
  readonly viewer: Viewer
}

type Found = Pick<Briefing, 'id' | 'title' | 'reference' | 'body'>

async function publicIds({ payload }: WhereCitedArgs, ids: readonly string[]) {
  if (ids.length === 0) return new Set<string>()
  const { docs } = await payload.find({
    collection: 'briefings',
    where: { and: [{ id: { in: [...ids] } }, { _status: { equals: 'published' } }] },
    depth: 0,
    pagination: false,
    select: { title: true },
    overrideAccess: true,
  })
  return new Set(docs.map(({ id }) => id))
}

/**
 * Every briefing that cites a source, with the sentences around: as the newest draft has them, else as readers do. Reads as
 * `viewer`, and so never more than they may.
 */
export async function whereCited(args: WhereCitedArgs): Promise<readonly CitingBriefing[]> {
  const found = new Map<string, Found>()
  for (const briefing of await citing(args, false)) found.set(briefing.id, briefing)
  for (const briefing of await citing(args, true)) found.set(briefing.id, briefing)
  const published = await publicIds(args, [...found.keys()])
  return [...found.values()]
    .map(({ id, title, reference, body }) => ({
      id,
      title,
      reference: reference ?? null,
      isPublished: published.has(id),
      sentences: sentencesCiting(body, args.sourceId),
    }))
    .toSorted((one, other) => one.title.localeCompare(other.title, 'en-GB'))
}
