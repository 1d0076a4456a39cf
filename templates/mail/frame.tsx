import type { ReactNode } from 'react'
import { darkPalette, palette, sans, serif } from './palette'

export type MailFrameProps = {
  readonly title: string
  /** What a mail program shows beside the subject. */
  readonly preview: string
  /** Without a trailing slash. */
  readonly siteUrl: string
  readonly postalAddress: string
  /** What stands between the last rule and the postal address. */
  readonly footer?: ReactNode
  /** What stands below the postal address. */
  readonly afterAddress?: ReactNode
  readonly children: ReactNode
}

const STYLE = `:root { color-scheme: light dark; }
@media (prefers-color-scheme: dark) {
.paper { background-color: ${darkPalette.paper} !important; }
.ink { color: ${darkPalette.ink} !important; }
.quiet { color: ${darkPalette.quiet} !important; }
.rule { border-color: ${darkPalette.rule} !important; }
.accent { color: ${darkPalette.accent} !important; }
}`

/** A word longer than the screen is broken: without `fixed` it would widen the page instead. */
const column = { maxWidth: '640px', textAlign: 'left', tableLayout: 'fixed' } as const
const breaking = {
  wordWrap: 'break-word',
  overflowWrap: 'break-word',
  wordBreak: 'break-word',
} as const

/** Shown beside the subject and not in the mail. The smallest type is for programs that know no `display`. */
const hidden = {
  display: 'none',
  maxHeight: 0,
  fontSize: '1px',
  lineHeight: '1px',
  color: palette.paper,
} as const

const small = { margin: '12px 0 8px', font: `14px/1.5 ${sans}`, color: palette.quiet }

/** One column of the site's look around a mail: wordmark, content, footer and postal address. */
export const MailFrame = ({
  title,
  preview,
  siteUrl,
  postalAddress,
  footer,
  afterAddress,
  children,
}: MailFrameProps) => (
  <html lang="en-GB" dir="ltr">
    <head>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="supported-color-schemes" content="light dark" />
      <title>{title}</title>
      <style dangerouslySetInnerHTML={{ __html: STYLE }} />
    </head>
    <body
      lang="en-GB"
      dir="ltr"
      className="paper"
      style={{ margin: 0, padding: 0, backgroundColor: palette.paper }}
    >
      <div style={hidden}>{preview}</div>
      <table
        role="presentation"
        width="100%"
        cellPadding={0}
        cellSpacing={0}
        border={0}
        className="paper"
        style={{ backgroundColor: palette.paper, tableLayout: 'fixed' }}
      >
        <tbody>
          <tr>
            <td align="center" style={{ padding: '24px 16px' }}>
              <table
                role="presentation"
                width="100%"
                cellPadding={0}
                cellSpacing={0}
                border={0}
                style={column}
              >
                <tbody>
                  <tr>
                    <td
                      className="rule"
                      style={{ borderBottom: `2px solid ${palette.rule}`, paddingBottom: '12px' }}
                    >
                      <a
                        href={siteUrl}
                        className="accent"
                        style={{
                          font: `bold 22px/1.3 ${serif}`,
                          color: palette.accent,
                          textDecoration: 'none',
                        }}
                      >
                        Signpost
                      </a>
                    </td>
                  </tr>
                  <tr>
                    <td style={{ padding: '24px 0', ...breaking }}>{children}</td>
                  </tr>
                  <tr>
                    <td
                      className="rule quiet"
                      style={{
                        borderTop: `2px solid ${palette.rule}`,
                        paddingTop: '16px',
                        ...breaking,
                      }}
                    >
                      {footer}
                      <p className="quiet" style={small}>
                        {postalAddress}
                      </p>
                      {afterAddress}
                    </td>
                  </tr>
                </tbody>
              </table>
            </td>
          </tr>
        </tbody>
      </table>
    </body>
  </html>
)
