import type { Payload } from 'payload'
import { picturesIn } from '@/lib/lexical/pictures'
import { type OpenedFile, openFile } from './open-file'
import { readBriefing, type ReadBriefingArgs } from './read-briefing'
import { openDraft } from './review-links'

const MISSING: OpenedFile = { kind: 'missing' }

const IS_PICTURE = /^image\/(png|jpeg|webp)$/

/** A picture of a text that the asker was found to read: nothing else is opened, whatever the id. */
export async function openPictureOf(
  payload: Payload,
  { body, id, folder }: { readonly body: unknown; readonly id: string; readonly folder: string },
): Promise<OpenedFile> {
  if (!picturesIn(body).includes(id)) return MISSING
  const row = await payload.findByID({
    collection: 'attachments',
    id,
    depth: 0,
    disableErrors: true,
    overrideAccess: true,
  })
  return row && IS_PICTURE.test(row.mimeType ?? '') ? openFile(payload, row, folder) : MISSING
}

type PictureArgs = ReadBriefingArgs & {
  readonly id: string
  /** Where attachments lie on disk. */
  readonly folder: string
}

/**
 * A picture of a briefing’s text, for whoever reads that text at this moment, by a colleague’s pass too: it is part of it.
 *
 * `missing` to everybody else, and for a picture that the text does not show.
 */
export async function openPicture(args: PictureArgs): Promise<OpenedFile> {
  const read = await readBriefing(args)
  return read.kind === 'full'
    ? openPictureOf(args.payload, { ...args, body: read.briefing.body })
    : MISSING
}

/** A picture of the one draft that an outside expert’s link shows, while it does. */
export async function openPictureOfDraft(args: {
  readonly payload: Payload
  readonly token: string
  readonly id: string
  readonly folder: string
  readonly now: Date
}): Promise<OpenedFile> {
  const opened = await openDraft(args.payload, args.token, args.now)
  return opened.kind === 'open'
    ? openPictureOf(args.payload, { ...args, body: opened.draft.body })
    : MISSING
}
