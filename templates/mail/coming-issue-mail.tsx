import { renderMail } from '../render-mail'
import { MailFrame } from './frame'
import { Button, Heading, Paragraph, Quiet, Rule } from './parts'

type Counted = { readonly name: string; readonly count: number }

export type ComingIssueMailProps = {
  /** `waits`: its slot has come, and nobody has approved it. */
  readonly kind: 'preview' | 'waits'
  /** `27 November 2026`. */
  readonly date: string
  readonly needsApproval: boolean
  readonly groups: readonly {
    readonly heading: string
    readonly entries: readonly { readonly title: string; readonly isUpdate: boolean }[]
  }[]
  readonly recipients: number
  readonly byTopic: readonly Counted[]
  readonly notMailed: readonly Counted[]
  /** Absolute address of the issue at the officers' desk. */
  readonly adminUrl: string
  readonly siteUrl: string
  readonly postalAddress: string
}

const people = (count: number) => `${count} ${count === 1 ? 'reader' : 'readers'}`

const lineOf = ({ name, count }: Counted) => `${name}: ${count}`

const entryOf = ({ title, isUpdate }: { title: string; isUpdate: boolean }) =>
  isUpdate ? `${title} (updated)` : title

function titleOf({ kind, date }: ComingIssueMailProps): string {
  return kind === 'waits'
    ? `The Bulletin of ${date} waits for your approval`
    : `The Bulletin of ${date}: what it will say`
}

function leadOf({ kind, date, needsApproval }: ComingIssueMailProps): string {
  if (kind === 'waits') {
    return 'Its time has come, and nobody has approved it. Nothing is lost: it goes out as soon as one of you approves it.'
  }
  return needsApproval
    ? `It goes out on ${date} once one of you has approved it. Until then you can change its order, hold items back and write an introduction.`
    : `It goes out by itself on ${date}. Until then you can change its order, hold items back, write an introduction, pause or cancel it.`
}

function toWhomOf({ groups, recipients }: ComingIssueMailProps): string {
  if (groups.length === 0) return 'As things stand it holds nothing new.'
  return `As things stand it goes to ${people(recipients)}.`
}

/** Tells editors what the coming Bulletin holds and to how many it goes, a day before or when it waits for them. */
export async function comingIssueMail(
  props: ComingIssueMailProps,
): Promise<{ subject: string; html: string; text: string }> {
  const { groups, byTopic, notMailed, adminUrl, siteUrl, postalAddress } = props
  const [title, lead, toWhom] = [titleOf(props), leadOf(props), toWhomOf(props)]
  const lists = [
    ...groups.map(({ heading, entries }) => ({ heading, lines: entries.map(entryOf) })),
    ...(byTopic.length > 0 ? [{ heading: 'Readers by topic', lines: byTopic.map(lineOf) }] : []),
    ...(notMailed.length > 0
      ? [{ heading: 'Who gets nothing, and why', lines: notMailed.map(lineOf) }]
      : []),
  ]
  const { html } = await renderMail(
    <MailFrame
      title={title}
      preview={toWhom}
      siteUrl={siteUrl}
      postalAddress={postalAddress}
      footer={<Quiet>You get this because you look after the Bulletin.</Quiet>}
    >
      <Heading>{title}</Heading>
      <Paragraph>{lead}</Paragraph>
      <Paragraph>{toWhom}</Paragraph>
      <Button href={adminUrl}>Look at it, change it or approve it</Button>
      <Rule />
      {lists.map(({ heading, lines }) => (
        <div key={heading}>
          <Paragraph>
            <strong>{heading}</strong>
          </Paragraph>
          {lines.map((line) => (
            <Quiet key={line}>{line}</Quiet>
          ))}
        </div>
      ))}
    </MailFrame>,
  )
  const text = [
    title,
    lead,
    toWhom,
    ...lists.map(({ heading, lines }) => [heading, ...lines.map((line) => `- ${line}`)].join('\n')),
    `At the officers’ desk: ${adminUrl}`,
    `-- \nSignpost\n${postalAddress}`,
  ].join('\n\n')
  return { subject: title, html, text: `${text}\n` }
}
