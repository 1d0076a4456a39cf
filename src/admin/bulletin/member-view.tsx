import type { AdminViewServerProps } from 'payload'
import { type ExplainedIssue, explainMember, type MemberExplained } from '@/bulletin/explain-member'
import type { ExplainedItem } from '@/bulletin/why-in-mail'
import { settings } from '@/config/settings'
import { LookUp } from './coming-parts'
import { staffAt } from '../desk-page'
import { askedFor, dateOf, dayOf, Frame } from './frame'
import { Part } from './parts'
import { BECAME, toMoment } from './words'

const Items = ({ title, items }: { title: string; items: readonly ExplainedItem[] }) =>
  items.length === 0 ? null : (
    <>
      <h3>{title}</h3>
      <ul className="signpost-list">
        {items.map(({ briefingId, edition, title: name, why }) => (
          <li key={`${briefingId}/${edition}`}>
            <a href={`/admin/collections/briefings/${briefingId}`}>{name}</a>
            <span className="signpost-quiet">{why}</span>
          </li>
        ))}
      </ul>
    </>
  )

const Outcome = ({ delivery }: Pick<ExplainedIssue, 'delivery'>) =>
  delivery === null ? (
    <p>This address was not on the list of this issue.</p>
  ) : (
    <>
      <p>
        <strong>{BECAME[delivery.state]}</strong>
        {delivery.reason ? `; ${delivery.reason}` : ''}
        {delivery.doneAt ? `, ${toMoment(delivery.doneAt)}` : ''}
      </p>
      {delivery.reply && delivery.state !== 'sent' ? (
        <p>
          The mail server’s words: <q>{delivery.reply}</q>
        </p>
      ) : null}
    </>
  )

const Issue = ({ issue }: { readonly issue: ExplainedIssue }) => (
  <Part title={`Issue of ${dayOf(issue)}`}>
    <Outcome delivery={issue.delivery} />
    <Items
      title={issue.delivery?.state === 'sent' ? 'In their mail' : 'Their mail held'}
      items={issue.inMail}
    />
    {issue.isCarriedOver ? <p>What it held is named again in a later issue.</p> : null}
    <Items title="Not in their mail" items={issue.leftOut} />
    <p>
      <a href={`/admin/bulletin/${dateOf(issue)}`}>The whole issue</a>
    </p>
  </Part>
)

const Standing = ({ explained }: { readonly explained: MemberExplained }) => (
  <>
    <p className="signpost-lead">
      {explained.bar
        ? `${explained.address} gets no Bulletin now: ${explained.bar}.`
        : `${explained.address} gets the Bulletin.`}
    </p>
    {explained.isMember ? (
      <p>Topics they chose: {explained.topics.join(', ') || 'none, so every topic'}.</p>
    ) : null}
    <p>
      <a href={`/admin/bulletin/preview?address=${encodeURIComponent(explained.address)}`}>
        What they would get if the coming issue went out now
      </a>
    </p>
    {explained.issues.map((issue) => (
      <Issue key={issue.key} issue={issue} />
    ))}
    {explained.issues.length === 0 ? <p>No issue has been made up yet.</p> : null}
  </>
)

/** What a member got of the last issues, and why not the rest. For all staff: officers answer members’ questions. */
export async function MemberView(props: AdminViewServerProps) {
  staffAt(props, 'bulletin/member')
  const { payload } = props.initPageResult.req
  const address = askedFor(props.searchParams, 'address').trim()
  const asked = { payload, settings: settings(), address, now: new Date() }
  const explained = address ? await explainMember(asked) : null
  return (
    <Frame {...props}>
      <p>
        <a href="/admin/bulletin">Bulletin</a>
      </p>
      <h1>What this member got</h1>
      <LookUp address={address} />
      {address && !explained ? (
        <p role="status">
          Nothing is on record of {address}. Look whether the address is written as the member gave
          it.
        </p>
      ) : null}
      {explained ? <Standing explained={explained} /> : null}
    </Frame>
  )
}
