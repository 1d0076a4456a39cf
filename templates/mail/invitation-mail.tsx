import { renderMail } from '../render-mail'
import { MailFrame } from './frame'
import { palette } from './palette'
import { Button, Heading, Paragraph, Quiet, Rule } from './parts'

const ASK = 'Would you like the weekly Bulletin?'

export type InvitationMailProps = {
  readonly name: string
  readonly organisation: string
  /** Absolute. */
  readonly link: string
  readonly days: number
  /** Where they may say that they want the Bulletin. Absolute; left out for those who have said so before. */
  readonly bulletinLink?: string
  readonly bulletinDays?: number
  readonly siteUrl: string
  readonly postalAddress: string
}

/** Tells somebody that their organisation has given them membership, and how to sign in. Subscribes them to nothing. */
export async function invitationMail({
  name,
  organisation,
  link,
  days,
  bulletinLink,
  bulletinDays,
  siteUrl,
  postalAddress,
}: InvitationMailProps): Promise<{ subject: string; html: string; text: string }> {
  const welcome = `Hello ${name}. ${organisation} has given you membership of Signpost, a research service for people who make and carry out policy.`
  const gives =
    'You can read every briefing in full and search the archive. In your account you choose whether you would like the weekly Bulletin, and on which topics.'
  const bulletin = bulletinLink
    ? `The Bulletin names new and updated briefings once a week. We send it only to those who ask for it; this link, good for ${bulletinDays} days, leads to a page where you may.`
    : null
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
      {bulletin ? (
        <>
          <Rule />
          <Paragraph>{bulletin}</Paragraph>
          <Paragraph>
            <a href={bulletinLink} className="accent" style={{ color: palette.accent }}>
              {ASK}
            </a>
          </Paragraph>
        </>
      ) : null}
    </MailFrame>,
  )
  const text = [
    'Your membership of Signpost',
    welcome,
    gives,
    `Sign in:\n${link}`,
    lasts,
    ...(bulletin ? [`${bulletin}\n${bulletinLink}`] : []),
    `-- \nSignpost\n${postalAddress}`,
  ].join('\n\n')
  return { subject: 'Your membership of Signpost', html, text: `${text}\n` }
}
