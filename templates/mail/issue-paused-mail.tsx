import { renderMail } from '../render-mail'
import { MailFrame } from './frame'
import { Button, Heading, Paragraph, Quiet } from './parts'

export type IssuePausedMailProps = {
  readonly issueKey: string
  readonly reason: string
  /** Absolute address of the issue at the officers' desk. */
  readonly adminUrl: string
  readonly siteUrl: string
  readonly postalAddress: string
}

/** Tells staff that the Bulletin waits for one of them, and why. */
export async function issuePausedMail(
  props: IssuePausedMailProps,
): Promise<{ subject: string; html: string; text: string }> {
  const { issueKey, reason, adminUrl, siteUrl, postalAddress } = props
  const title = 'The Bulletin waits for you'
  const sentence = reason.endsWith('.') ? reason : `${reason}.`
  const next = `Nothing is lost: who has not had it yet still waits. When you have looked, let it go on with: npm run bulletin -- resume --issue ${issueKey}`
  const { html } = await renderMail(
    <MailFrame
      title={title}
      preview={sentence.slice(0, 120)}
      siteUrl={siteUrl}
      postalAddress={postalAddress}
      footer={<Quiet>You get this because you look after the Bulletin.</Quiet>}
    >
      <Heading>{title}</Heading>
      <Paragraph>The issue {issueKey} is paused. Why:</Paragraph>
      <Paragraph>{sentence}</Paragraph>
      <Paragraph>{next}</Paragraph>
      <Button href={adminUrl}>Open the issue at the officers’ desk</Button>
    </MailFrame>,
  )
  const text = [
    title,
    `The issue ${issueKey} is paused. Why: ${sentence}`,
    next,
    `At the officers’ desk: ${adminUrl}`,
    `-- \nSignpost\n${postalAddress}`,
  ].join('\n\n')
  return { subject: `${title}: ${issueKey}`, html, text: `${text}\n` }
}
