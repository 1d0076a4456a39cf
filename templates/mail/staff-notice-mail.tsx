import { renderMail } from '../render-mail'
import { MailFrame } from './frame'
import { Button, Heading, Paragraph, Quiet } from './parts'

export type StaffNoticeProps = {
  readonly title: string
  readonly issueKey: string
  /** What happened and what to do about it. The second is shown in lists of mail, after the title. */
  readonly paragraphs: readonly [string, string, ...string[]]
  /** Absolute address of the issue at the officers' desk. */
  readonly adminUrl: string
  readonly siteUrl: string
  readonly postalAddress: string
}

/** Tells staff of something about an issue that one of them should look at. */
export async function staffNoticeMail(
  props: StaffNoticeProps,
): Promise<{ subject: string; html: string; text: string }> {
  const { title, issueKey, paragraphs, adminUrl, siteUrl, postalAddress } = props
  const { html } = await renderMail(
    <MailFrame
      title={title}
      preview={paragraphs[1].slice(0, 120)}
      siteUrl={siteUrl}
      postalAddress={postalAddress}
      footer={<Quiet>You get this because you look after the Bulletin.</Quiet>}
    >
      <Heading>{title}</Heading>
      {paragraphs.map((words) => (
        <Paragraph key={words}>{words}</Paragraph>
      ))}
      <Button href={adminUrl}>Open the issue at the officers’ desk</Button>
    </MailFrame>,
  )
  const text = [
    title,
    ...paragraphs,
    `At the officers’ desk: ${adminUrl}`,
    `-- \nSignpost\n${postalAddress}`,
  ].join('\n\n')
  return { subject: `${title}: ${issueKey}`, html, text: `${text}\n` }
}
