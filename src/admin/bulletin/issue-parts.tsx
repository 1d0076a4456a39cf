import { Wide } from '@/admin/wide'
import { DeskTable } from '@/admin/desk-table'
import { DELIVERY_STATES } from '@/bulletin/delivery-store'
import type { FailureGroup, UncertainMail } from '@/bulletin/issue-failures'
import type { IssueStatus } from '@/bulletin/issue-status'
import { type Decision } from '@/bulletin/steer-issue'
import { Do, Field, Part } from './parts'
import { BECAME, plural, toMoment } from './words'

/** What became of everybody, as a sum a person can check. */
export function Sum({ status }: { readonly status: IssueStatus }) {
  const shown = DELIVERY_STATES.filter((state) => status[state] > 0)
  const total = DELIVERY_STATES.reduce((sum, state) => sum + status[state], 0)
  return (
    <>
      <p className="signpost-sum">
        <strong>{plural(status.candidates, 'candidate')}</strong> ={' '}
        {shown.length === 0 ? '0' : shown.map((state) => `${status[state]} ${state}`).join(' + ')}
        {total === status.candidates ? null : (
          <strong>
            {' '}
            That is {total}: the ledger does not add up, and the issue will not close.
          </strong>
        )}
      </p>
      <dl className="signpost-meanings">
        {shown.map((state) => (
          <div key={state}>
            <dt>{status[state]}</dt>
            <dd>{BECAME[state]}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}

/** How far a run is. */
export function Progress({ status }: { readonly status: IssueStatus }) {
  const done = status.candidates - status.pending - status.sending
  return (
    <p className="signpost-progress">
      <label htmlFor="progress">
        {done} of {status.candidates} are settled
      </label>
      <progress id="progress" value={done} max={Math.max(1, status.candidates)} />
    </p>
  )
}

type FailuresProps = {
  readonly issueKey: string
  readonly groups: readonly FailureGroup[]
  readonly failed: number
  readonly mayEdit: boolean
}

const firstOf = ({ addresses, count }: FailureGroup): string =>
  addresses.join(', ') + (count > addresses.length ? ` and ${count - addresses.length} more` : '')

/** Why mail did not go, and, once it is mended, how to send it again. */
export const Failures = ({ issueKey, groups, failed, mayEdit }: FailuresProps) =>
  groups.length === 0 ? null : (
    <Part title="What failed, and why" id="failures">
      <Wide label="Failures by reason">
        <DeskTable
          columns={[
            {
              title: 'Reason',
              cell: ({ reason, code }) => (code ? `${reason} (${code})` : reason),
            },
            { title: 'Mails', cell: ({ count }) => count, isNumber: true },
            {
              title: 'The mail server’s words',
              cell: ({ words }) =>
                words.length === 0 ? 'none' : words.map((word) => <q key={word}>{word}</q>),
            },
            { title: 'To', cell: firstOf },
          ]}
          rows={groups}
          keyOf={({ state, reason, code }) => `${state} ${reason} ${code ?? ''}`}
        />
      </Wide>
      {mayEdit && failed > 0 ? (
        <Do what="send-again" issueKey={issueKey} page="issue">
          <input type="hidden" name="which" value="failed" />
          <input type="hidden" name="count" value={failed} />
          <Field label="What was mended?" id="why-failed" name="why" maxLength={300} required />
          <button className="signpost-press">
            Try {failed === 1 ? 'the one that failed' : `the ${failed} that failed`} again
          </button>
        </Do>
      ) : null}
    </Part>
  )

type UncertainProps = {
  readonly issueKey: string
  readonly mails: readonly UncertainMail[]
  readonly mayEdit: boolean
}

/** Nobody knows whether these arrived: by name, and what a person may decide about them. */
export const Uncertain = ({ issueKey, mails, mayEdit }: UncertainProps) =>
  mails.length === 0 ? null : (
    <Part title={`Uncertain: ${mails.length}`} id="uncertain">
      <p>
        The mail server had the message and gave no answer. Nothing is sent again by itself: what
        these mails held is named once more in the next issue.
      </p>
      <ul className="signpost-list">
        {mails.map(({ address, reason, at }) => (
          <li key={address}>
            <a href={`/admin/bulletin/member?address=${encodeURIComponent(address)}`}>{address}</a>
            <span className="signpost-quiet">
              {reason}
              {at ? `, ${toMoment(at)}` : ''}
            </span>
          </li>
        ))}
      </ul>
      {mayEdit ? (
        <Do what="send-again" issueKey={issueKey} page="issue">
          <input type="hidden" name="count" value={mails.length} />
          <Field label="Why send it again?" id="why-again" name="why" maxLength={300} required />
          <p className="signpost-tick">
            <input id="confirmed" type="checkbox" name="confirmed" value="yes" required />
            <label htmlFor="confirmed">I know that they may get two copies</label>
          </p>
          <button className="signpost-press">
            Send again to {mails.length === 1 ? 'this one' : `these ${mails.length}`} (they may get
            two copies)
          </button>
        </Do>
      ) : null}
    </Part>
  )

export const Decisions = ({ decisions }: { readonly decisions: readonly Decision[] }) => (
  <Part title="Who decided what" id="decisions">
    {decisions.length === 0 ? (
      <p>Nobody has decided anything about this issue.</p>
    ) : (
      <Wide label="Decisions">
        <DeskTable
          columns={[
            { title: 'When', cell: ({ at }) => toMoment(at) },
            { title: 'What', cell: ({ what }) => what },
            { title: 'Who', cell: ({ by }) => by },
            {
              title: 'Why, or which part',
              cell: ({ why }) => why.replace('showsChangeNotes', 'change notes'),
            },
          ]}
          rows={decisions}
          keyOf={({ at, what, by, why }) => `${at} ${what} ${by} ${why}`}
        />
      </Wide>
    )}
  </Part>
)
