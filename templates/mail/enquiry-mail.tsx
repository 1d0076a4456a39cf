import { renderMail } from '../render-mail'
import { MailFrame } from './frame'
import { Button, Heading, Paragraph, Quiet, Rule } from './parts'

export type EnquiryMailProps = {
  readonly kind: 'join' | 'contact' | 'error'
  readonly name: string
  readonly email: string
  readonly organisationName: string
  readonly message: string
  /** Path on the site, from the root. */
  readonly page: string
  /** Absolute address of the enquiry at the officers' desk. */
  readonly adminUrl: string
  readonly siteUrl: string
  readonly postalAddress: string
}

const TITLES = {
  join: 'Somebody would like to join',
  contact: 'A question from the site',
  error: 'An error on a page',
}

/** What somebody wrote to the service, for staff. Answering the mail answers the writer, if they gave an address. */
export async function enquiryMail(
  props: EnquiryMailProps,
): Promise<{ subject: string; html: string; text: string }> {
  const { kind, name, email, organisationName, message, page, adminUrl, siteUrl } = props
  const title = TITLES[kind]
  const facts = [
    ['Name', name],
    ['E-mail', email],
    ['Organisation', organisationName],
    ['Page', page ? `${siteUrl}${page}` : ''],
  ].filter(([, value]) => value !== '')
  const closing = email
    ? 'Answer this mail to answer the writer.'
    : 'The writer left no address to answer to.'
  const { html } = await renderMail(
    <MailFrame
      title={title}
      preview={message.slice(0, 120)}
      siteUrl={siteUrl}
      postalAddress={props.postalAddress}
      footer={<Quiet>{closing}</Quiet>}
    >
      <Heading>{title}</Heading>
      {facts.map(([label, value]) => (
        <Paragraph key={label}>
          {label}: {value}
        </Paragraph>
      ))}
      {message ? <Rule /> : null}
      {message.split('\n').map((line, index) => (
        <Paragraph key={index}>{line}</Paragraph>
      ))}
      <Button href={adminUrl}>Open it at the officers’ desk</Button>
    </MailFrame>,
  )
  const text = [
    title,
    facts.map(([label, value]) => `${label}: ${value}`).join('\n'),
    message,
    `At the officers’ desk: ${adminUrl}`,
    closing,
    `-- \nSignpost\n${props.postalAddress}`,
  ]
  const subject = name ? `${title}: ${name}` : title
  return { subject, html, text: `${text.filter(Boolean).join('\n\n')}\n` }
}
