import { renderMail } from '../render-mail'
import { MailFrame } from './frame'
import { Heading, Paragraph, Quiet } from './parts'

export type RefusedAsSendersMailProps = {
  readonly issueKey: string
  readonly count: number
  /** What servers answered, each once. */
  readonly answers: readonly string[]
  readonly siteUrl: string
  readonly postalAddress: string
}

/** Tells staff that servers turn the Bulletin away because of who sends it, not of whom it is for. */
export async function refusedAsSendersMail(
  props: RefusedAsSendersMailProps,
): Promise<{ subject: string; html: string; text: string }> {
  const { issueKey, count, answers, siteUrl, postalAddress } = props
  const title = 'Mail servers turn the Bulletin away because of us'
  const what = `${count === 1 ? 'One mail' : `${count} mails`} of ${issueKey} came back with a reason that concerns the sender: how our mail is signed, what our domain says, or our name with that server.`
  const fair = 'No member is taken off the list for it: their addresses are in order.'
  const next =
    'Look at SPF, DKIM and DMARC of the sending domain, and at what the servers say. Further mail of this issue that comes back so is noted, and not told again.'
  const { html } = await renderMail(
    <MailFrame
      title={title}
      preview={what.slice(0, 120)}
      siteUrl={siteUrl}
      postalAddress={postalAddress}
      footer={<Quiet>You get this because you look after the Bulletin.</Quiet>}
    >
      <Heading>{title}</Heading>
      <Paragraph>{what}</Paragraph>
      <Paragraph>{fair}</Paragraph>
      {answers.map((answer) => (
        <Paragraph key={answer}>“{answer}”</Paragraph>
      ))}
      <Paragraph>{next}</Paragraph>
    </MailFrame>,
  )
  const quoted = answers.map((answer) => `> ${answer}`).join('\n')
  const text = [title, what, fair, quoted, next, `-- \nSignpost\n${postalAddress}`].join('\n\n')
  return { subject: `${title}: ${issueKey}`, html, text: `${text}\n` }
}
