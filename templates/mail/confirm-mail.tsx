import { renderMail } from '../render-mail'
import { MailFrame } from './frame'
import { letterText } from './letter-text'
import { Button, Heading, Paragraph, Quiet } from './parts'

export type ConfirmMailProps = {
  readonly name: string
  /** What would come: “news on Housing”. */
  readonly wishes: string
  /** Absolute. */
  readonly link: string
  readonly days: number
  readonly siteUrl: string
  readonly postalAddress: string
}

const TITLE = 'Would you like the weekly Bulletin?'
const LOOK = 'Look and decide'
const SILENCE = 'If you do nothing, we send you none.'

/** Asks somebody who has not yet agreed whether they want the Bulletin. The link shows a page; its button agrees. */
export async function confirmMail({
  name,
  wishes,
  link,
  days,
  siteUrl,
  postalAddress,
}: ConfirmMailProps): Promise<{ subject: string; html: string; text: string }> {
  const offer = `Hello ${name}. You are a member of Signpost, and so you can have its Bulletin: a mail each week that names new and updated briefings. For you it would bring ${wishes}; you can change that.`
  const lasts = `The link is good for ${days} days.`
  const { html } = await renderMail(
    <MailFrame title={TITLE} preview={SILENCE} siteUrl={siteUrl} postalAddress={postalAddress}>
      <Heading>{TITLE}</Heading>
      <Paragraph>{offer}</Paragraph>
      <Paragraph>{SILENCE}</Paragraph>
      <Button href={link}>{LOOK}</Button>
      <p style={{ margin: 0, lineHeight: '16px' }}>&nbsp;</p>
      <Quiet>{lasts}</Quiet>
    </MailFrame>,
  )
  const text = letterText([TITLE, offer, SILENCE, `${LOOK}:\n${link}`, lasts], postalAddress)
  return { subject: TITLE, html, text }
}
