import type { Payload } from 'payload'
import type { Source } from '@/payload-types'
import { doisIn, type LookUpDoi, sourceOfDoi } from './doi'
import { type ReadSource, readReferences } from './read-references'
import { type Comparable, type Likeness, likenessesAmong } from './same-source'

/** What to do with a source that seems to be there already. */
export type Choice = 'keep' | 'merge' | 'add'

type Stored = Comparable & Pick<Source, 'id' | 'publisher'>

export type PlannedSource = {
  /** Its place among those read, from 1. */
  readonly place: number
  readonly source: ReadSource
  /** The stored source, or the earlier one of this text, that it seems to be; null for a new one. */
  readonly like: {
    readonly by: Likeness
    readonly title: string
    /** Null for an earlier one of this text. */
    readonly id: string | null
  } | null
  /** The empty fields of the stored source that merging would fill. */
  readonly fills: readonly string[]
}

export type SourcesReading =
  | {
      readonly kind: 'read'
      readonly planned: readonly PlannedSource[]
      readonly leftOut: readonly string[]
    }
  | { readonly kind: 'unreadable'; readonly reason: string }

export type AddSourcesArgs = {
  readonly payload: Payload
  /** BibTeX, RIS, CSL-JSON, or DOIs, one a line. */
  readonly text: string
  readonly lookUp: LookUpDoi
}

const FILLABLE = ['authors', 'publisher', 'year', 'url', 'doi'] as const

const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && !value.length)

const fillsOf = (stored: Stored, read: ReadSource) =>
  FILLABLE.filter((name) => isEmpty(stored[name]) && !isEmpty(read[name]))

async function storedSources(payload: Payload): Promise<Stored[]> {
  const { docs } = await payload.find({
    collection: 'sources',
    overrideAccess: true,
    depth: 0,
    pagination: false,
    sort: 'createdAt',
    select: { title: true, authors: true, publisher: true, year: true, url: true, doi: true },
  })
  return docs
}

async function readDois(dois: readonly string[], lookUp: LookUpDoi) {
  const sources: ReadSource[] = []
  const leftOut: string[] = []
  for (const doi of dois) {
    const answer = await lookUp(doi)
    sources.push(answer.kind === 'found' ? answer.source : sourceOfDoi(doi))
    if (answer.kind === 'found') continue
    const why = answer.kind === 'off' ? 'DOIs are not looked up here.' : answer.why
    leftOut.push(`${doi}: ${why} It is added with its link alone: give it its title and authors.`)
  }
  return { kind: 'read' as const, sources, leftOut }
}

/**
 * What a text would add, and what of it seems to be there already. Stores nothing.
 *
 * Likeness is by DOI, else by web address, else by title, year and first author (`same-source.ts`).
 */
export async function planSources({
  payload,
  text,
  lookUp,
}: AddSourcesArgs): Promise<SourcesReading> {
  const dois = doisIn(text)
  const reading = dois ? await readDois(dois, lookUp) : readReferences(text)
  if (reading.kind === 'unreadable') return reading
  const likeStored = likenessesAmong(await storedSources(payload))
  const likeEarlier = likenessesAmong(reading.sources)
  const planned = reading.sources.map((source, index): PlannedSource => {
    const place = index + 1
    const [stored] = likeStored(source)
    if (stored) {
      const { by, source: found } = stored
      const like = { by, title: found.title, id: found.id }
      return { place, source, like, fills: fillsOf(found, source) }
    }
    const earlier = likeEarlier(source).find((one) => reading.sources.indexOf(one.source) < index)
    const like = earlier ? { by: earlier.by, title: earlier.source.title, id: null } : null
    return { place, source, like, fills: [] }
  })
  return { kind: 'read', planned, leftOut: reading.leftOut }
}

export type AddedSources = {
  readonly added: readonly string[]
  readonly filled: readonly string[]
  readonly kept: number
}

const asStored = (source: ReadSource) => ({ ...source, standing: 'current' as const })

async function fill({ payload }: AddSourcesArgs, { source, like }: PlannedSource) {
  if (!like?.id) return false
  const found = (await storedSources(payload)).find(({ id }) => id === like.id)
  if (!found) return false
  const names = fillsOf(found, source)
  if (names.length === 0) return false
  await payload.update({
    collection: 'sources',
    id: found.id,
    overrideAccess: true,
    depth: 0,
    data: Object.fromEntries(names.map((name) => [name, source[name]])),
  })
  return true
}

/**
 * Adds the sources of a text. `choices` says by place what to do with those that seem to be there: they are kept as they
 * are unless it says otherwise; merging fills fields that are empty and changes none that is not.
 *
 * Safe to repeat: what was added the first time is there the second, and kept.
 */
export async function addSources(
  args: AddSourcesArgs,
  choices: ReadonlyMap<number, Choice>,
): Promise<AddedSources | Extract<SourcesReading, { kind: 'unreadable' }>> {
  const reading = await planSources(args)
  if (reading.kind === 'unreadable') return reading
  const added: string[] = []
  const filled: string[] = []
  for (const one of reading.planned) {
    const choice = one.like ? (choices.get(one.place) ?? 'keep') : 'add'
    if (choice === 'merge' && (await fill(args, one))) filled.push(one.like?.id ?? '')
    if (choice !== 'add') continue
    const { id } = await args.payload.create({
      collection: 'sources',
      overrideAccess: true,
      depth: 0,
      data: asStored(one.source),
    })
    added.push(id)
  }
  return { added, filled, kept: reading.planned.length - added.length - filled.length }
}
