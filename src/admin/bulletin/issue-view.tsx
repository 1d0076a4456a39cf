import { notFound } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'
import { failuresOf, uncertainOf } from '@/bulletin/issue-failures'
import { issueStatus } from '@/bulletin/issue-status'
import { issueByKey, type IssueState } from '@/bulletin/issues'
import { decisionsOf } from '@/bulletin/steer-issue'
import { asDeliveryState, whoGotWhat } from '@/bulletin/who-got-what'
import type { BulletinIssue } from '@/payload-types'
import { staffAt } from '../desk-page'
import { askedFor, dayOf, Frame, mayEdit } from './frame'
import { GotPart } from './got-part'
import { Decisions, Failures, Progress, Sum, Uncertain } from './issue-parts'
import { Notice, Part } from './parts'
import { RefreshWhile } from './refresh-while'
import { SteerForms } from './steer-forms'
import { mendOf, saidBy, STANDS, toMoment } from './words'

const UNDER_WAY: readonly IssueState[] = ['frozen', 'enrolled', 'sending']
const MAY_BE_STEERED: readonly IssueState[] = [...UNDER_WAY, 'planned', 'paused']

const slugIn = (props: AdminViewServerProps): string => {
  const { segments } = (props.params ?? {}) as { segments?: string[] }
  return decodeURIComponent(segments?.[1] ?? '')
}

const Head = ({ issue, path }: { readonly issue: BulletinIssue; readonly path: string }) => {
  const isUnderWay = UNDER_WAY.includes(issue.state)
  return (
    <>
      <p>
        <a href="/admin/bulletin">Bulletin</a>
      </p>
      <h1>Issue of {dayOf(issue)}</h1>
      <p className="signpost-lead">{STANDS[issue.state]}</p>
      <dl className="signpost-facts">
        <div>
          <dt>Subject</dt>
          <dd>{issue.subject ?? 'made when it is made up'}</dd>
        </div>
        <div>
          <dt>Its time</dt>
          <dd>{toMoment(issue.slotAt)}</dd>
        </div>
        {issue.finishedAt ? (
          <div>
            <dt>Closed</dt>
            <dd>{toMoment(issue.finishedAt)}</dd>
          </div>
        ) : null}
      </dl>
      {issue.state === 'paused' ? (
        <div className="signpost-notice signpost-notice--fault">
          <p>
            <strong>Why it is paused:</strong> {issue.pausedReason}
          </p>
          <p>{mendOf(issue.pausedReason ?? '')}</p>
        </div>
      ) : null}
      {isUnderWay ? (
        <p>
          <a href={path}>Read this page anew</a>
          <span className="signpost-quiet"> (with JavaScript it does so by itself)</span>
        </p>
      ) : null}
      <RefreshWhile isUnderWay={isUnderWay} />
    </>
  )
}

const pageIn = (text: string): number => Math.max(1, Number.parseInt(text, 10) || 1)

/** One issue: how it stands, counts that add up, what failed and why, and what may be done about it. */
export async function IssueView(props: AdminViewServerProps) {
  const slug = slugIn(props)
  const staff = staffAt(props, `bulletin/${slug}`)
  const { payload } = props.initPageResult.req
  const issue = await issueByKey(payload, `weekly:${slug}`)
  if (!issue) notFound()
  const status = await issueStatus(payload, issue.key)
  const { searchParams } = props
  const [search, state] = [askedFor(searchParams, 'who').trim(), askedFor(searchParams, 'state')]
  const path = `/admin/bulletin/${slug}`
  const got = await whoGotWhat({
    payload,
    issueKey: issue.key,
    search,
    state: asDeliveryState(state),
    page: pageIn(askedFor(searchParams, 'page')),
  })
  return (
    <Frame {...props}>
      <Notice said={saidBy(askedFor(searchParams, 'done'), askedFor(searchParams, 'fault'))} />
      <Head issue={issue} path={path} />
      {status && status.candidates > 0 ? (
        <Part title="What became of it" id="sum">
          {UNDER_WAY.includes(issue.state) || issue.state === 'paused' ? (
            <Progress status={status} />
          ) : null}
          <Sum status={status} />
        </Part>
      ) : null}
      {mayEdit(staff) && MAY_BE_STEERED.includes(issue.state) ? (
        <Part title="Steer it" id="steer">
          <SteerForms issue={issue} page="issue" />
        </Part>
      ) : null}
      <Failures
        issueKey={issue.key}
        groups={await failuresOf(payload, issue.key)}
        failed={status?.failed ?? 0}
        mayEdit={mayEdit(staff)}
      />
      <Uncertain
        issueKey={issue.key}
        mails={await uncertainOf(payload, issue.key)}
        mayEdit={mayEdit(staff)}
      />
      <Decisions decisions={decisionsOf(issue)} />
      {status && status.candidates > 0 ? (
        <GotPart path={path} got={got} search={search} state={state} />
      ) : null}
    </Frame>
  )
}
