import type { Payload } from 'payload'
import { readsMemberText, type Viewer } from '@/access/viewer'
import type { FullBriefing } from '@/briefings/full-briefing'
import { readBriefing } from '@/briefings/read-briefing'
import { type Limit, waitSentence } from '@/lib/limit'
import { readDoubts } from '@/sources/read-doubts'
import { setReferences } from '@/sources/set-references'
import { sourceAsCsl } from '@/sources/source-as-csl'
import type { ReferenceStyle } from '@/sources/styles/reference-styles'
import { briefingDocument, type WordBriefing } from '@templates/word/briefing-document'
import { errorAnswer } from './answers'
import { FILE_POLICY } from './content-policy'
import { wordPictures } from './word-pictures'

export type WordFileArgs = {
  readonly payload: Payload
  readonly slug: string
  readonly viewer: Viewer
  readonly now: Date
  readonly siteUrl: string
  readonly referenceStyle: ReferenceStyle
  /** Where attachments lie on disk. */
  readonly folder: string
  /** How often one reader may ask; a file is a moment’s work. */
  readonly limit: Limit
}

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

const PRIVATE = { 'Cache-Control': 'private, no-store', Vary: 'Cookie' }

async function wordBriefing(args: WordFileArgs, briefing: FullBriefing): Promise<WordBriefing> {
  const { payload, viewer, now, siteUrl, referenceStyle, folder } = args
  const { sources } = briefing
  const doubts = await readDoubts({ payload, viewer, sources })
  const set = setReferences(sources.map(sourceAsCsl), referenceStyle)
  const { title, summary, reference, url, publishedAt, updatedAt, keyPoints, body } = briefing
  return {
    ...{ title, summary, reference, url, siteUrl, publishedAt, updatedAt, keyPoints, body },
    authors: briefing.authors.map(({ name }) => name),
    sourceIds: sources.map(({ id }) => id),
    references: sources.map(({ id }) => set.get(id) ?? []),
    warnings: sources.map(({ id }) => doubts.get(id)?.warning ?? null),
    pictures: await wordPictures(payload, body, folder),
    asAt: now,
  }
}

const readerOf = (viewer: Viewer): string => {
  if (viewer.kind === 'staff') return `staff ${viewer.staff.id}`
  return viewer.kind === 'member' ? `member ${viewer.member.id}` : ''
}

/**
 * A briefing as a Word file, for those who may read its member text at this moment. Others are led to its page, where
 * they meet what they may know of it; what they may not know of is not there.
 */
export async function answerWordFile(args: WordFileArgs): Promise<Response> {
  const { slug, viewer, siteUrl, now, limit } = args
  const read = await readBriefing(args)
  if (read.kind === 'missing') {
    return errorAnswer(404, 'There is nothing here.')
  }
  if (read.kind !== 'full' || !readsMemberText(viewer)) {
    const page = `${siteUrl}/briefings/${encodeURIComponent(slug)}`
    return new Response(null, { status: 303, headers: { ...PRIVATE, Location: page } })
  }
  const allowed = await limit(readerOf(viewer), now)
  if (allowed.kind === 'wait') {
    const after = { 'Retry-After': String(allowed.minutes * 60) }
    return errorAnswer(429, waitSentence(allowed.minutes), after)
  }
  const file = await briefingDocument(await wordBriefing(args, read.briefing))
  return new Response(new Uint8Array(file), {
    headers: {
      ...PRIVATE,
      'Content-Type': WORD,
      'Content-Disposition': `attachment; filename="${read.briefing.slug}.docx"`,
      'Content-Security-Policy': FILE_POLICY,
      'X-Content-Type-Options': 'nosniff',
    },
  })
}
