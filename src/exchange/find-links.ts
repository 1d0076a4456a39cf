import type { Payload } from 'payload'
import { idsOf } from '@/lib/ids'
import type { Briefing } from '@/payload-types'
import type { BriefingLine } from './briefing-line'
import type { Fault } from './faults'
import { SourcesByName } from './join-source'
import {
  authorsByName,
  type NamedRows,
  seriesByName,
  topicsByPath,
  wrongTopicPath,
} from './named-rows'

/** The rows that lines name. */
export type Names = {
  readonly sources: SourcesByName
  readonly series: NamedRows
  readonly topics: NamedRows
  readonly authors: NamedRows
}

export const readNames = async (payload: Payload): Promise<Names> => ({
  sources: await SourcesByName.read(payload),
  series: await seriesByName(payload),
  topics: await topicsByPath(payload),
  authors: await authorsByName(payload),
})

/** The ids of what a line names. Undefined where it leaves the field out. */
export type NamedLinks = {
  readonly series: string | null | undefined
  readonly topics: readonly string[] | undefined
  readonly authors: readonly string[] | undefined
  /** One for each entry of the line, in its order: two may be the same. */
  readonly sources: readonly string[] | undefined
}

export type FindLinks = {
  readonly names: Names
  readonly line: BriefingLine
  readonly stored: Briefing | null
}

const isNew = (id: string) => id.startsWith('new ')

/** True when something that the line names has yet to be made. */
export const needsMaking = ({ series, topics, authors, sources }: NamedLinks): boolean =>
  [series ?? '', ...(topics ?? []), ...(authors ?? []), ...(sources ?? [])].some(isNew)

type Find = (rows: NamedRows, name: string, own: readonly string[]) => Promise<string>

const make: Find = async (rows, name, own) => rows.find(name, own) ?? (await rows.make(name))
const plan: Find = (rows, name, own) => Promise.resolve(rows.find(name, own) ?? `new ${name}`)

async function each(
  names: readonly string[] | null | undefined,
  find: (name: string) => Promise<string>,
): Promise<string[] | undefined> {
  if (names === undefined) return undefined
  const ids: string[] = []
  for (const name of names ?? []) ids.push(await find(name))
  return [...new Set(ids)]
}

async function sourceIds(
  { names, line, stored }: FindLinks,
  isMaking: boolean,
): Promise<string[] | undefined> {
  if (line.sources === undefined) return undefined
  const own = new Set(idsOf(stored?.sources))
  const ids: string[] = []
  for (const [index, source] of (line.sources ?? []).entries()) {
    const known = names.sources.find(source, { own, taken: new Set(ids) })
    ids.push(known ?? (isMaking ? await names.sources.make(source) : `new source ${index + 1}`))
  }
  return ids
}

/** The ids of what a line names; what is not there yet is planned, or made where `isMaking`. */
export async function findLinks(args: FindLinks, isMaking: boolean): Promise<NamedLinks> {
  const { line, names, stored } = args
  const find = isMaking ? make : plan
  const [ownSeries, ownTopics, ownAuthors] = [
    idsOf(stored?.series ? [stored.series] : []),
    idsOf(stored?.topics),
    idsOf(stored?.authors),
  ]
  return {
    series: line.series ? await find(names.series, line.series, ownSeries) : line.series,
    topics: await each(line.topics, (name) => find(names.topics, name, ownTopics)),
    authors: await each(line.authors, (name) => find(names.authors, name, ownAuthors)),
    sources: await sourceIds(args, isMaking),
  }
}

/** Topics whose names are no names. */
export const wrongTopics = ({ topics }: BriefingLine): Fault[] =>
  (topics ?? []).flatMap((path) => {
    const wrong = wrongTopicPath(path)
    return wrong ? [{ field: 'topics', message: `“${path.slice(0, 40)}” ${wrong}` }] : []
  })
