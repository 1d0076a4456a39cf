import { renderMail } from '../render-mail'
import { MailFrame } from './frame'
import { letterText } from './letter-text'
import { palette } from './palette'
import { Button, Heading, Paragraph, Quiet } from './parts'

export type WelcomeMailProps = {
  readonly name: string
  /** “26 November 2026”. */
  readonly askedOn: string
  /** What the reader asked for: “news on Housing; what is new in the series Ideas in Practice”. */
  readonly wishes: string
  /** When the next one is due: “Friday 27 November 2026”. */
  readonly nextOn: string
  /** Absolute, with the reader's token. */
  readonly preferencesUrl: string
  readonly siteUrl: string
  readonly postalAddress: string
}

const TITLE = 'Your weekly Bulletin'
const CHOICES = 'See or change what it brings'
const STOP = 'Unsubscribe'
const ONCE = 'We send this once, to whoever subscribes for the first time.'
const HOLDS =
  'Each Bulletin names new and updated briefings with a short summary, and leads to them. What your saved searches find comes with it.'

/** Tells a new subscriber what comes, when, and how to change or stop it. */
export async function welcomeMail({
  name,
  askedOn,
  wishes,
  nextOn,
  preferencesUrl,
  siteUrl,
  postalAddress,
}: WelcomeMailProps): Promise<{ subject: string; html: string; text: string }> {
  const asked = `Hello ${name}. On ${askedOn} you asked us to send you the Signpost Bulletin: ${wishes}.`
  const when = `It comes when there is something new in what you asked for, and not otherwise. The next one is due on ${nextOn}.`
  const stopUrl = `${preferencesUrl}#unsubscribe`
  const { html } = await renderMail(
    <MailFrame
      title={TITLE}
      preview={`The next one is due on ${nextOn}.`}
      siteUrl={siteUrl}
      postalAddress={postalAddress}
      footer={
        <>
          <Quiet>{ONCE}</Quiet>
          <Quiet>
            <a
              href={stopUrl}
              className="accent"
              style={{ color: palette.accent, lineHeight: '28px' }}
            >
              {STOP}
            </a>
          </Quiet>
        </>
      }
    >
      <Heading>{TITLE}</Heading>
      <Paragraph>{asked}</Paragraph>
      <Paragraph>{when}</Paragraph>
      <Paragraph>{HOLDS}</Paragraph>
      <Button href={preferencesUrl}>{CHOICES}</Button>
    </MailFrame>,
  )
  const text = letterText(
    [TITLE, asked, when, HOLDS, `${CHOICES}:\n${preferencesUrl}`, `${STOP}:\n${stopUrl}`, ONCE],
    postalAddress,
  )
  return { subject: TITLE, html, text }
}
