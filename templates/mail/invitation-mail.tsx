import { renderMail } from '../render-mail'
import { MailFrame } from './frame'
import { Button, Heading, Paragraph, Quiet } from './parts'

export type InvitationMailProps = {
  readonly name: string
  readonly organisation: string
  /** Absolute. */
  readonly link: string
  readonly days: number
  readonly siteUrl: string
  readonly postalAddress: string
}

/** Tells somebody that their organisation has given them membership, and how to sign in. Subscribes them to nothing. */
export async function invitationMail({
  name,
  organisation,
  link,
  days,
  siteUrl,
  postalAddress,
}: InvitationMailProps): Promise<{ subject: string; html: string; text: string }> {
  const welcome = `Hello ${name}. ${organisation} has given you membership of Signpost, a research service for people who make and carry out policy.`
  const gives =
    'You can read every briefing in full and search the archive. In your account you choose whether you would like the weekly Bulletin, and on which topics.'
  const lasts = `The link works once, for ${days} days. After that, sign in at ${siteUrl}/sign-in with this e-mail address.`
  const { html } = await renderMail(
    <MailFrame
      title="Your membership of Signpost"
      preview={`${organisation} has given you membership.`}
      siteUrl={siteUrl}
      postalAddress={postalAddress}
    >
      <Heading>Your membership of Signpost</Heading>
      <Paragraph>{welcome}</Paragraph>
      <Paragraph>{gives}</Paragraph>
      <Button href={link}>Sign in</Button>
      <p style={{ margin: 0, lineHeight: '16px' }}>&nbsp;</p>
      <Quiet>{lasts}</Quiet>
    </MailFrame>,
  )
  const text = [
    'Your membership of Signpost',
    welcome,
    gives,
    `Sign in:\n${link}`,
    lasts,
    `-- \nSignpost\n${postalAddress}`,
  ].join('\n\n')
  return { subject: 'Your membership of Signpost', html, text: `${text}\n` }
}
