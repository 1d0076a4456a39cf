import type { Payload } from 'payload'
import { payloadUserOf } from '@/access/viewer'
import { type ComparedLine, compareLines } from '@/lib/compare/compare-lines'
import { type DocumentLine, documentLines, type NameOfSource } from '@/lib/compare/document-lines'
import { idsOf } from '@/lib/ids'
import { sourcesNamedIn } from '@/lib/lexical/citations'
import type { Briefing, Staff } from '@/payload-types'

export type VersionName = {
  readonly id: string
  /** ISO date-time of the save. */
  readonly savedAt: string
  readonly isPublished: boolean
}

export type ComparedPart = { readonly title: string; readonly lines: readonly ComparedLine[] }

export type Comparison = {
  readonly title: string
  /** The newest first. */
  readonly versions: readonly VersionName[]
  readonly older: VersionName
  readonly newer: VersionName
  /** The parts of a briefing that its readers get, in their order. */
  readonly parts: readonly ComparedPart[]
}

export type ComparisonArgs = {
  readonly payload: Payload
  readonly briefingId: string
  /** Ids of versions; any that is none of the briefing's stands for the newest, or the one before. */
  readonly from: string
  readonly to: string
  readonly staff: Staff
}

const MOST_LISTED = 50

async function versionsOf({ payload, briefingId, staff }: ComparisonArgs): Promise<VersionName[]> {
  const { docs } = await payload.findVersions({
    collection: 'briefings',
    where: { parent: { equals: briefingId } },
    sort: '-updatedAt',
    limit: MOST_LISTED,
    depth: 0,
    select: { updatedAt: true, version: { _status: true } } as never,
    overrideAccess: false,
    user: payloadUserOf({ kind: 'staff', staff }),
  })
  return docs.map(({ id, updatedAt, version }) => ({
    id,
    savedAt: updatedAt,
    isPublished: version._status === 'published',
  }))
}

async function contentOf({ payload, staff }: ComparisonArgs, id: string): Promise<Briefing> {
  const { version } = await payload.findVersionByID({
    collection: 'briefings',
    id,
    depth: 0,
    overrideAccess: false,
    user: payloadUserOf({ kind: 'staff', staff }),
  })
  return version
}

const sourceIdsOf = ({ sources, body }: Briefing): string[] => [
  ...idsOf(sources),
  ...sourcesNamedIn(body),
]

async function namesOfSources(
  { payload, staff }: ComparisonArgs,
  versions: readonly Briefing[],
): Promise<NameOfSource> {
  const { docs } = await payload.find({
    collection: 'sources',
    where: { id: { in: [...new Set(versions.flatMap(sourceIdsOf))] } },
    pagination: false,
    depth: 0,
    overrideAccess: false,
    user: payloadUserOf({ kind: 'staff', staff }),
  })
  const names = new Map(docs.map(({ id, title }) => [id, title]))
  return (id) => names.get(id) ?? 'a source that is gone'
}

const linesOf = (texts: readonly (string | null | undefined)[]): DocumentLine[] =>
  texts.flatMap((text) => (text?.trim() ? [{ kind: 'text', text: text.trim() } as const] : []))

type PartOf = (version: Briefing, nameOf: NameOfSource) => DocumentLine[]

const PARTS: readonly (readonly [string, PartOf])[] = [
  ['Title', ({ title }) => linesOf([title])],
  ['Summary', ({ summary }) => linesOf([summary])],
  ['Key points', ({ keyPoints }) => linesOf((keyPoints ?? []).map(({ text }) => text))],
  ['Text', ({ body }, nameOf) => documentLines(body, nameOf)],
  ['Sources', ({ sources }, nameOf) => linesOf(idsOf(sources).map(nameOf))],
]

/** Two versions of a briefing compared as text. Null where it has fewer than two. */
export async function compareVersions(args: ComparisonArgs): Promise<Comparison | null> {
  const versions = await versionsOf(args)
  const at = (id: string, otherwise: number) => {
    const found = versions.findIndex((version) => version.id === id)
    return found < 0 ? otherwise : found
  }
  const [one, other] = [at(args.to, 0), at(args.from, 1)]
  const newer = versions[Math.min(one, other)]
  const older = versions[Math.max(one, other)]
  if (!newer || !older) return null
  const [before, after] = [await contentOf(args, older.id), await contentOf(args, newer.id)]
  const nameOf = await namesOfSources(args, [before, after])
  return {
    title: after.title,
    ...{ versions, older, newer },
    parts: PARTS.map(([title, of]) => ({
      title,
      lines: compareLines(of(before, nameOf), of(after, nameOf)),
    })),
  }
}
