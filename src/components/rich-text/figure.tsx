import { idOf } from '@/lib/ids'
import { creditLine } from '@/lib/lexical/pictures'
import type { ArticleFigureBlock, FigureBlock, Media } from '@/payload-types'

/** Where the file of a picture is to be had by whoever reads this page, by its id. */
export type PictureAddress = (id: string) => string

type FigureProps = {
  readonly block: FigureBlock | ArticleFigureBlock
  /** Null where pictures are public, and name their address themselves. */
  readonly addressOf: PictureAddress | null
}

type Shown = { readonly src: string; readonly width?: number; readonly height?: number }

const sized = (
  src: string,
  { width, height }: Pick<Partial<Media>, 'width' | 'height'>,
): Shown => ({
  src,
  ...(width && height ? { width, height } : {}),
})

function shownPicture({ picture }: FigureProps['block'], addressOf: PictureAddress | null) {
  const row = typeof picture === 'object' ? picture : null
  if (addressOf) return sized(addressOf(idOf(picture)), row ?? {})
  if (!row?.url) return null
  const wide = 'sizes' in row ? row.sizes?.wide : undefined
  return wide?.url ? sized(wide.url, wide) : sized(row.url, row)
}

/** A picture with what it says, and whose it is. */
export function Figure({ block, addressOf }: FigureProps) {
  const shown = shownPicture(block, addressOf)
  const credit = creditLine(block)
  if (!shown) return null
  return (
    <figure className="my-8">
      <img {...shown} alt={block.alt} loading="lazy" />
      <figcaption>
        {block.caption ? <span className="block">{block.caption}</span> : null}
        {credit ? <span className="mt-1 block text-sm text-quiet">Picture: {credit}</span> : null}
      </figcaption>
    </figure>
  )
}
