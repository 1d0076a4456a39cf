import type { Payload } from 'payload'
import sharp from 'sharp'
import { openPictureOf } from '@/briefings/open-picture'
import { picturesIn } from '@/lib/lexical/pictures'
import type { WordPicture } from '@templates/word/word-context'

/** Sharp enough for print at the width of a page, and no larger: a file goes by mail. */
const WIDEST = 1300

/** As Word can hold it: drawings stay PNG, since JPEG would blur their lines. */
async function wordPicture(file: string, mimeType: string): Promise<WordPicture> {
  const isPhotograph = mimeType === 'image/jpeg'
  const { data, info } = await sharp(file)
    .resize({ width: WIDEST, withoutEnlargement: true })
    .toFormat(isPhotograph ? 'jpeg' : 'png')
    .toBuffer({ resolveWithObject: true })
  return { type: isPhotograph ? 'jpg' : 'png', data, width: info.width, height: info.height }
}

/** The pictures of a text that the asker was found to read. One whose file is gone is left out. */
export async function wordPictures(
  payload: Payload,
  body: unknown,
  folder: string,
): Promise<ReadonlyMap<string, WordPicture>> {
  const pictures = new Map<string, WordPicture>()
  for (const id of picturesIn(body)) {
    const opened = await openPictureOf(payload, { body, id, folder })
    if (opened.kind === 'file') pictures.set(id, await wordPicture(opened.file, opened.mimeType))
  }
  return pictures
}
