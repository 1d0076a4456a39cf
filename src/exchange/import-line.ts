import type { Payload } from 'payload'
import { idsOf } from '@/lib/ids'
import { withMappedPictures } from '@/lib/lexical/pictures'
import { withMappedSources } from '@/lib/lexical/mapped-sources'
import type { LexicalDocument } from '@/lib/lexical/nodes'
import type { Briefing } from '@/payload-types'
import { dataToSave, type Links, summaryOf } from './briefing-data'
import type { BriefingLine } from './briefing-line'
import type { Fault } from './faults'
import type { ReadBeside } from './files-beside'
import { findBriefing, latestOf, OVERLAID } from './find-briefing'
import { findLinks, type NamedLinks, type Names, needsMaking, wrongTopics } from './find-links'
import {
  type HeldFile,
  type LineFiles,
  makeAttachments,
  needsFiles,
  readLineFiles,
} from './line-files'
import { withMedia } from './line-media'
import { unknownPictures, unknownSources } from './named-sources'
import { readBody } from './read-body'
import { saveBriefing } from './save-briefing'

export type ImportOptions = {
  readonly payload: Payload
  readonly isDryRun: boolean
  /** Whether the Bulletin announces what this import publishes. */
  readonly isAnnounced: boolean
}

export type LineOutcome =
  | { readonly kind: 'faulty'; readonly faults: readonly Fault[] }
  | {
      readonly kind: 'created' | 'updated' | 'unchanged'
      /** Null on a dry run that would create it. */
      readonly id: string | null
      readonly notes: readonly Fault[]
    }

type ImportLine = ImportOptions & {
  readonly names: Names
  readonly beside: ReadBeside
  readonly line: BriefingLine
  /** The ids of `related`, or undefined where they are left as they are for now. */
  readonly related: readonly string[] | undefined
  /** The ids of `replacedBy`, one at most; undefined as above. */
  readonly replacedBy: readonly string[] | undefined
  /** Why this line may not touch that briefing, or null. */
  readonly refusal: (briefingId: string) => Fault | null
}

const faulty = (...faults: readonly Fault[]): LineOutcome => ({ kind: 'faulty', faults })

type Prepared =
  | { readonly kind: 'faulty'; readonly faults: readonly Fault[] }
  | {
      readonly kind: 'prepared'
      readonly named: NamedLinks
      readonly body: LexicalDocument | null
      readonly files: LineFiles
      readonly notes: readonly Fault[]
    }

/** Reads a line against what is stored, and stores nothing: what it names and is not there yet is planned. */
async function prepare(args: ImportLine, stored: Briefing | null): Promise<Prepared> {
  const { payload, line, names, beside } = args
  const named = await findLinks({ names, line, stored }, false)
  const sources = named.sources ?? idsOf(stored?.sources)
  const reading = readBody(line, sources)
  if (reading.kind === 'faulty') return reading
  const filesRead = await readLineFiles(payload, beside, line, stored)
  if (filesRead.kind === 'faulty') return filesRead
  const { files } = filesRead
  const shown = withMedia(reading.body, files.media)
  const unknown = [
    ...(await unknownSources(payload, reading.body, sources)),
    ...(await unknownPictures(payload, shown.body, files.media)),
  ]
  if (unknown.length > 0) return { kind: 'faulty', faults: unknown }
  const { body } = shown
  const { isMade } = summaryOf({ line, body, stored })
  return {
    kind: 'prepared',
    named,
    body,
    files: { ...files, media: shown.used },
    notes: [
      ...reading.lost.map((message) => ({ field: 'body', message })),
      ...shown.unused.map((message) => ({ field: 'media', message })),
      ...(isMade
        ? [{ field: 'summary', message: 'is missing: the first sentence stands in' }]
        : []),
    ],
  }
}

type Planned = Pick<Extract<Prepared, { kind: 'prepared' }>, 'named' | 'body' | 'files'>

const filesOf = ({ attachments = [], media }: LineFiles) => [...attachments, ...media]

/** The same with everything made that was planned. The text is not read again: only the ids in it change. */
async function made(args: ImportLine, stored: Briefing | null, planned: Planned): Promise<Planned> {
  const { payload, names, line } = args
  const named = await findLinks({ names, line, stored }, true)
  const attached = await makeAttachments(payload, filesOf(planned.files))
  const sources = new Map(planned.named.sources?.map((id, at) => [id, named.sources?.[at] ?? id]))
  const through = (ids: ReadonlyMap<string, string>) => (id: unknown) =>
    typeof id === 'string' ? (ids.get(id) ?? id) : id
  const held = (files: readonly HeldFile[]) =>
    files.map(({ file, id }) => ({ file, id: attached.get(id) ?? id }))
  const { attachments, media } = planned.files
  return {
    named,
    files: { attachments: attachments && held(attachments), media: held(media) },
    body:
      planned.body &&
      withMappedPictures(withMappedSources(planned.body, through(sources)), through(attached)),
  }
}

function dataOf(args: ImportLine, stored: Briefing | null, { named, body, files }: Planned) {
  const { line, related, replacedBy, isAnnounced } = args
  const links: Links = {
    ...named,
    sources: named.sources && [...new Set(named.sources)],
    related,
    replacedBy: replacedBy && (replacedBy[0] ?? null),
    attachments: files.attachments && [...new Set(files.attachments.map(({ id }) => id))],
  }
  return dataToSave({ line, links, body, stored }, isAnnounced)
}

type Target =
  | { readonly kind: 'faulty'; readonly faults: readonly Fault[] }
  | { readonly kind: 'target'; readonly shown: Briefing | null; readonly latest: Briefing | null }

async function targetOf({ payload, line, refusal }: ImportLine): Promise<Target> {
  const finding = await findBriefing(payload, line)
  if (finding.kind === 'faulty') return finding
  if (finding.kind === 'none') return { kind: 'target', shown: null, latest: null }
  const { briefing } = finding
  const refused = refusal(briefing.id)
  if (refused) return { kind: 'faulty', faults: [refused] }
  return { kind: 'target', shown: briefing, latest: await latestOf(payload, briefing) }
}

/**
 * Stores one line, or says why not; then nothing of it is stored.
 *
 * Compares with what is stored first: a line that says the same saves nothing, not even a version.
 */
export async function importLine(args: ImportLine): Promise<LineOutcome> {
  const wrong = wrongTopics(args.line)
  if (wrong.length > 0) return faulty(...wrong)
  const target = await targetOf(args)
  if (target.kind === 'faulty') return target
  const { shown, latest } = target
  const stored = latest ?? shown
  const prepared = await prepare(args, stored)
  if (prepared.kind === 'faulty') return prepared
  const { notes, named, files } = prepared
  const unchanged = { kind: 'unchanged', id: stored?.id ?? null, notes: [] } as const
  const planned = dataOf(args, stored, prepared)
  if (!planned) return unchanged
  if (shown && !latest) return faulty(OVERLAID)
  const kind = stored ? 'updated' : 'created'
  if (args.isDryRun) return { kind, id: stored?.id ?? null, notes }
  const data =
    needsMaking(named) || needsFiles(filesOf(files))
      ? dataOf(args, stored, await made(args, stored, prepared))
      : planned
  if (!data) return unchanged
  const saving = await saveBriefing(args.payload, stored, data)
  return saving.kind === 'saved' ? { kind, id: saving.id, notes } : saving
}
