import type { ReactNode } from 'react'
import { palette, sans, serif } from './palette'

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

const DARK = `@media (prefers-color-scheme: dark) {
.paper { background-color: #15191c !important; }
.ink, .ink a { color: #ebe8e1 !important; }
.quiet, .quiet a { color: #b1b7bc !important; }
.rule { border-color: #3a4147 !important; }
.accent { color: #7cc8b4 !important; }
}`

const hidden = {
  display: 'none',
  maxHeight: 0,
  overflow: 'hidden',
  opacity: 0,
  fontSize: '1px',
  lineHeight: '1px',
} as const

const small = { margin: '0 0 8px', font: `14px/1.5 ${sans}`, color: palette.quiet }

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
      <style dangerouslySetInnerHTML={{ __html: DARK }} />
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
        style={{ backgroundColor: palette.paper }}
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
                style={{ maxWidth: '640px', textAlign: 'left' }}
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
                    <td style={{ padding: '24px 0' }}>{children}</td>
                  </tr>
                  <tr>
                    <td
                      className="rule quiet"
                      style={{ borderTop: `2px solid ${palette.rule}`, paddingTop: '16px' }}
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
