import { renderMail } from '../render-mail'
import { MailFrame } from './frame'
import { Button, Heading, LinkLine, Paragraph, Quiet, Rule } from './parts'

/** What a mail about an account says. Pure words: no database, no clock. */
export type Letter = {
  readonly subject: string
  readonly title: string
  readonly paragraphs: readonly string[]
  /** The one thing it asks for. The address is absolute. */
  readonly button?: { readonly href: string; readonly label: string }
  readonly notes?: readonly string[]
  /** Another thing it may be answered with, set apart below all else. The address is absolute. */
  readonly aside?: { readonly paragraph: string; readonly href: string; readonly label: string }
}

type Frame = { readonly siteUrl: string; readonly postalAddress: string }

/** A letter as a mail, in HTML and in plain text. */
export async function letterMail(
  { subject, title, paragraphs, button, notes = [], aside }: Letter,
  { siteUrl, postalAddress }: Frame,
): Promise<{ subject: string; html: string; text: string }> {
  const { html } = await renderMail(
    <MailFrame
      title={title}
      preview={paragraphs[0] ?? ''}
      siteUrl={siteUrl}
      postalAddress={postalAddress}
    >
      <Heading>{title}</Heading>
      {paragraphs.map((paragraph) => (
        <Paragraph key={paragraph}>{paragraph}</Paragraph>
      ))}
      {button ? <Button href={button.href}>{button.label}</Button> : null}
      <p style={{ margin: 0, lineHeight: '16px' }}>&nbsp;</p>
      {notes.map((note) => (
        <Quiet key={note}>{note}</Quiet>
      ))}
      {aside ? (
        <>
          <Rule />
          <Paragraph>{aside.paragraph}</Paragraph>
          <LinkLine href={aside.href}>{aside.label}</LinkLine>
        </>
      ) : null}
    </MailFrame>,
  )
  const text = [
    title,
    ...paragraphs,
    ...(button ? [`${button.label}:\n${button.href}`] : []),
    ...notes,
    ...(aside ? [aside.paragraph, `${aside.label}\n${aside.href}`] : []),
    `-- \nSignpost\n${postalAddress}`,
  ].join('\n\n')
  return { subject, html, text: `${text}\n` }
}
