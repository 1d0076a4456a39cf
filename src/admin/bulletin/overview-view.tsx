import type { AdminViewServerProps, Payload } from 'payload'
import { comingItems, heldItems } from '@/bulletin/coming-items'
import { readEditing } from '@/bulletin/issue-editing'
import { issueHistory } from '@/bulletin/issue-history'
import { openIssueNow } from '@/bulletin/issues'
import { planInWords } from '@/bulletin/plan-in-words'
import { planIssue } from '@/bulletin/plan-issue'
import { SILENT_WEEKS, silentSubscribers } from '@/bulletin/silent-subscribers'
import { unfollowedTopics } from '@/bulletin/unfollowed-topics'
import { settings } from '@/config/settings'
import type { BulletinIssue, Staff } from '@/payload-types'
import { ComingForm } from './coming-form'
import { Approval, LookUp, PreviewPart } from './coming-parts'
import { staffAt } from '../desk-page'
import { askedFor, dateOf, dayOf, Frame, mayEdit } from './frame'
import { HistoryChart, HistoryKey, HistoryTable } from './history-chart'
import { Notice, Part } from './parts'
import { PlanPart, type ShownPlan } from './plan-part'
import { saidBy, STANDS, toMoment } from './words'
import { savedFinds } from './saved-finds'
import { SteerForms } from './steer-forms'

const CHARTED = 12
/** With more, a plan is worked out when somebody asks for it. */
const PLANNED_AT_ONCE = 500

type Searched = AdminViewServerProps['searchParams']

async function planFor(
  payload: Payload,
  searchParams: Searched,
  now: Date,
): Promise<ShownPlan | null> {
  const { totalDocs } = await payload.count({ collection: 'subscriptions', overrideAccess: true })
  const isAsked = askedFor(searchParams, 'plan') === 'yes'
  if (totalDocs > PLANNED_AT_ONCE && !isAsked) return null
  const findsAmong = savedFinds(payload)
  const plan = await planIssue({ payload, settings: settings(), findsAmong, now })
  const unmailed = plan.readers.flatMap(({ address, reason }) =>
    reason === null ? [] : [{ address, reason }],
  )
  return { ...planInWords(plan), unmailed }
}

type ComingProps = {
  readonly payload: Payload
  readonly issue: BulletinIssue
  readonly staff: Staff
  readonly plan: ShownPlan | null
  readonly at: string
  readonly now: Date
}

async function Coming({ payload, issue, staff, plan, at, now }: ComingProps) {
  const slotAt = new Date(issue.slotAt)
  const until = slotAt > now ? slotAt : now
  return (
    <>
      <Part title={`The coming issue: ${dayOf(issue)}`} id="coming">
        <Approval
          issueKey={issue.key}
          slotAt={issue.slotAt}
          approvedBy={issue.approvedBy ?? null}
          approvedAt={issue.approvedAt ?? null}
          isRequired={settings().bulletinApproval === 'required'}
          mayEdit={mayEdit(staff)}
          now={now}
        />
        <ComingForm
          issue={issue}
          editing={readEditing(issue)}
          items={await comingItems(payload, issue, until)}
          held={await heldItems(payload, issue, until)}
          mayEdit={mayEdit(staff)}
          at={at}
        />
      </Part>
      <PlanPart plan={plan} />
      <PreviewPart issueKey={issue.key} staff={staff} />
      <Part title="Pause or cancel it" id="steer">
        {mayEdit(staff) ? <SteerForms issue={issue} page={undefined} /> : null}
        <p>
          <a href={`/admin/bulletin/${dateOf(issue)}`}>Who decided what about it, and when</a>
        </p>
      </Part>
    </>
  )
}

const UnderWay = ({ issue }: { readonly issue: BulletinIssue }) => (
  <Part title={`The issue of ${dayOf(issue)}`} id="coming">
    <p className="signpost-lead">{STANDS[issue.state]}</p>
    {issue.pausedReason ? <p>Why: {issue.pausedReason}</p> : null}
    <p>
      <a href={`/admin/bulletin/${dateOf(issue)}`}>Open it, to see how far it is and to steer it</a>
    </p>
  </Part>
)

const NoIssue = () => (
  <Part title="The coming issue" id="coming">
    <p>
      The next issue is opened by the worker within half a minute of its start. If none shows here,
      look whether the worker runs: “npm run doctor”.
    </p>
  </Part>
)

async function Past({ payload }: { readonly payload: Payload }) {
  const issues = await issueHistory(payload, CHARTED)
  return (
    <Part title="Issues that went out" id="past">
      {issues.length === 0 ? (
        <p>No issue has gone out yet. The first will be listed here.</p>
      ) : (
        <>
          <HistoryChart issues={issues} />
          <HistoryKey />
          <HistoryTable issues={issues} />
        </>
      )}
    </Part>
  )
}

async function Silent({ payload, now }: { readonly payload: Payload; readonly now: Date }) {
  const silent = await silentSubscribers(payload, now)
  return (
    <Part title="Subscribers who hear nothing" id="silent">
      {silent.length === 0 ? (
        <p>Everybody subscribed for {SILENT_WEEKS} weeks has had something in that time.</p>
      ) : (
        <>
          <p>
            In the last {SILENT_WEEKS} weeks no issue had anything on their topics. They may have
            chosen too few.
          </p>
          <ul className="signpost-list">
            {silent.map(({ address, topics, issues }) => (
              <li key={address}>
                <a href={`/admin/bulletin/member?address=${encodeURIComponent(address)}`}>
                  {address}
                </a>
                <span className="signpost-quiet">
                  {topics.join(', ') || 'every topic'} · nothing in {issues} issues
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Part>
  )
}

async function Unfollowed({ payload }: { readonly payload: Payload }) {
  const { topics, takeAll } = await unfollowedTopics(payload)
  return (
    <Part title="Topics nobody follows" id="unfollowed">
      {topics.length === 0 ? (
        <p>Every topic is followed by a subscriber, by itself or through the one above it.</p>
      ) : (
        <>
          <p>
            No subscriber chose these, nor a topic above them.{' '}
            {takeAll === 0
              ? 'Nobody hears of them.'
              : `Those who take every topic, ${takeAll}, hear of them all the same.`}
          </p>
          <ul className="signpost-list signpost-list--short">
            {topics.map(({ id, name }) => (
              <li key={id}>
                <a href={`/admin/collections/topics/${id}`}>{name}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </Part>
  )
}

/** The Bulletin: what is coming, to be edited and steered, and what went out. For all staff to see; editors act. */
export async function OverviewView(props: AdminViewServerProps) {
  const staff = staffAt(props, 'bulletin')
  const { searchParams } = props
  const { payload } = props.initPageResult.req
  const now = new Date()
  const issue = await openIssueNow(payload)
  const said = saidBy(askedFor(searchParams, 'done'), askedFor(searchParams, 'fault'))
  const isPlanned = issue?.state === 'planned'
  return (
    <Frame {...props}>
      <h1>Bulletin</h1>
      <Notice said={said} />
      {isPlanned && issue.previewMailedAt ? (
        <p className="signpost-quiet">
          Its plan was mailed to editors on {toMoment(issue.previewMailedAt)}.
        </p>
      ) : null}
      <LookUp />
      {issue === null ? <NoIssue /> : null}
      {issue && !isPlanned ? <UnderWay issue={issue} /> : null}
      {isPlanned ? (
        <Coming
          payload={payload}
          issue={issue}
          staff={staff}
          plan={await planFor(payload, searchParams, now)}
          at={askedFor(searchParams, 'at')}
          now={now}
        />
      ) : null}
      <Past payload={payload} />
      <Silent payload={payload} now={now} />
      <Unfollowed payload={payload} />
    </Frame>
  )
}
