import { picturesNamedIn, withMappedPictures } from '@/lib/lexical/pictures'
import type { LexicalDocument } from '@/lib/lexical/nodes'
import type { HeldFile } from './line-files'

export type WithMedia = {
  /** Its figures name their pictures by the ids of attachments, where the line has them. */
  readonly body: LexicalDocument | null
  readonly used: readonly HeldFile[]
  /** A sentence for each picture of the line that no figure shows. */
  readonly unused: readonly string[]
}

/** A text whose figures name their pictures by the numbers these have in the line's list, from 1. */
export function withMedia(body: LexicalDocument | null, media: readonly HeldFile[]): WithMedia {
  const named = picturesNamedIn(body)
  const isShown = (_file: HeldFile, at: number) => named.includes(at + 1)
  return {
    body:
      body &&
      withMappedPictures(body, (picture) =>
        typeof picture === 'number' ? (media[picture - 1]?.id ?? picture) : picture,
      ),
    used: media.filter(isShown),
    unused: media
      .filter((file, at) => !isShown(file, at))
      .map(({ file }) => `“${file.title}” is shown by no figure, and was left out`),
  }
}
