import { ImageResponse } from 'next/og'

export const SHARE_IMAGE_SIZE = { width: 1200, height: 630 }

type ShareImageProps = {
  readonly kind: string
  readonly title: string
  readonly topics: readonly { readonly name: string }[]
}

// The light scheme of site.css: pictures have no style sheet.
const COLOURS = { paper: '#fdfcf9', ink: '#1b1f23', quiet: '#4d565e', accent: '#0b5d4e' }

/** The picture shown where a page is shared, made of its public part: what it is, its title, its topics. */
export const shareImage = ({ kind, title, topics }: ShareImageProps): ImageResponse =>
  new ImageResponse(
    <div
      style={{
        display: 'flex',
        flexDirection: 'column',
        justifyContent: 'space-between',
        width: '100%',
        height: '100%',
        padding: '64px 72px',
        borderTop: `16px solid ${COLOURS.accent}`,
        background: COLOURS.paper,
        color: COLOURS.ink,
      }}
    >
      <div style={{ display: 'flex', fontSize: 30, color: COLOURS.quiet }}>{kind}</div>
      <div style={{ display: 'flex', fontSize: title.length > 70 ? 58 : 72, lineHeight: 1.15 }}>
        {title}
      </div>
      <div style={{ display: 'flex', justifyContent: 'space-between', fontSize: 30 }}>
        <span style={{ color: COLOURS.accent }}>
          {topics
            .slice(0, 2)
            .map(({ name }) => name)
            .join(' · ')}
        </span>
        <span>Signpost</span>
      </div>
    </div>,
    SHARE_IMAGE_SIZE,
  )
