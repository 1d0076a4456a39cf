import type { ReactNode } from 'react'
import { palette, sans, serif } from './palette'

type Content = { readonly children: ReactNode }

/** The one first heading of a mail. */
export const Heading = ({ children }: Content) => (
  <h1
    className="ink"
    style={{ margin: '0 0 16px', font: `bold 28px/1.25 ${serif}`, color: palette.ink }}
  >
    {children}
  </h1>
)

export const Paragraph = ({ children }: Content) => (
  <p className="ink" style={{ margin: '0 0 16px', font: `16px/1.5 ${sans}`, color: palette.ink }}>
    {children}
  </p>
)

/** A link to press: the one thing a mail asks for. */
export const Button = ({ href, children }: Content & { readonly href: string }) => (
  <table role="presentation" cellPadding={0} cellSpacing={0} border={0}>
    <tbody>
      <tr>
        <td style={{ backgroundColor: palette.accent, padding: '12px 24px' }}>
          <a
            href={href}
            style={{
              font: `bold 16px/1.5 ${sans}`,
              color: palette.onAccent,
              textDecoration: 'none',
            }}
          >
            {children}
          </a>
        </td>
      </tr>
    </tbody>
  </table>
)

export const Rule = () => (
  <hr
    className="rule"
    style={{ border: 0, borderTop: `1px solid ${palette.rule}`, margin: '24px 0' }}
  />
)

/** Smaller and paler: what a reader may skip. */
export const Quiet = ({ children }: Content) => (
  <p
    className="quiet"
    style={{ margin: '0 0 8px', font: `14px/1.5 ${sans}`, color: palette.quiet }}
  >
    {children}
  </p>
)

type LinkProps = Content & { readonly href: string }

export const TextLink = ({ href, children }: LinkProps) => (
  <a href={href} className="accent" style={{ color: palette.accent }}>
    {children}
  </a>
)

/** A link on a line of its own, tall enough to be met by a thumb. */
export const LinkLine = ({ href, children }: LinkProps) => (
  <p style={{ margin: 0, font: `16px/1.5 ${sans}` }}>
    <a
      href={href}
      className="accent"
      style={{ display: 'inline-block', padding: '10px 0', color: palette.accent }}
    >
      {children}
    </a>
  </p>
)
