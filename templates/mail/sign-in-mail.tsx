import { renderMail } from '../render-mail'
import { MailFrame } from './frame'
import { palette, sans } from './palette'
import { Button, Heading, Paragraph, Quiet } from './parts'

export type SignInMailProps = {
  readonly code: string
  /** Absolute. */
  readonly link: string
  readonly minutes: number
  readonly siteUrl: string
  readonly postalAddress: string
}

const digits = {
  margin: '0 0 16px',
  font: `bold 36px/1.3 ${sans}`,
  letterSpacing: '6px',
  color: palette.ink,
}

const notYou = 'If you did not ask to sign in, ignore this mail: nobody can sign in without it.'

/** The code and the link a member asked for. It names nobody, so that it says the same wherever it is read. */
export async function signInMail({
  code,
  link,
  minutes,
  siteUrl,
  postalAddress,
}: SignInMailProps): Promise<{ subject: string; html: string; text: string }> {
  const lasts = `Both work once, for ${minutes} minutes.`
  const { html } = await renderMail(
    <MailFrame
      title="Sign in to Signpost"
      preview={`Your code is good for ${minutes} minutes.`}
      siteUrl={siteUrl}
      postalAddress={postalAddress}
      footer={<Quiet>{notYou}</Quiet>}
    >
      <Heading>Sign in to Signpost</Heading>
      <Paragraph>Type this code on the page where you asked for it:</Paragraph>
      <p className="ink" style={digits}>
        {code}
      </p>
      <Paragraph>Or sign in with this button, on any device:</Paragraph>
      <Button href={link}>Sign in</Button>
      <p style={{ margin: 0, lineHeight: '16px' }}>&nbsp;</p>
      <Quiet>{lasts}</Quiet>
    </MailFrame>,
  )
  const text = [
    'Sign in to Signpost',
    `Type this code on the page where you asked for it:\n${code}`,
    `Or open this address on any device and press the button:\n${link}`,
    lasts,
    notYou,
    `-- \nSignpost\n${postalAddress}`,
  ].join('\n\n')
  return { subject: 'Your code to sign in to Signpost', html, text: `${text}\n` }
}
