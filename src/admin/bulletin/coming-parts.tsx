import type { Staff } from '@/payload-types'
import { Do, Field, Part } from './parts'
import { toMoment } from './words'

/** The one question asked most: why did I not get it. */
export const LookUp = ({ address = '' }: { readonly address?: string }) => (
  <form action="/admin/bulletin/member" className="signpost-do signpost-do--line" role="search">
    <Field
      label="What did this member get, and why not the rest? Their e-mail address"
      id="look-up-address"
      name="address"
      type="email"
      value={address}
      required
    />
    <button className="signpost-press">Look up</button>
  </form>
)

/** See it as a member will, or whole; in the browser, or in one's own mailbox. */
export const PreviewPart = ({ issueKey, staff }: { issueKey: string; staff: Staff }) => (
  <Part title="Preview and test" id="preview">
    <form action="/admin/bulletin/preview" className="signpost-do signpost-do--line">
      <Field
        label="As this member (their e-mail address; empty for the whole issue)"
        id="preview-address"
        name="address"
        type="email"
      />
      <button className="signpost-press">Preview</button>
    </form>
    {staff.role === 'officer' ? null : (
      <Do what="test" issueKey={issueKey}>
        <div className="signpost-do--line">
          <Field
            label="Send a test to (a member of staff)"
            id="test-to"
            name="to"
            type="email"
            value={staff.email}
            required
          />
          <Field
            label="As this member (empty for the whole issue)"
            id="test-as"
            name="address"
            type="email"
          />
          <button className="signpost-press">Send test</button>
        </div>
      </Do>
    )}
  </Part>
)

type ApprovalProps = {
  readonly issueKey: string
  readonly slotAt: string
  readonly approvedBy: string | null
  readonly approvedAt: string | null
  readonly isRequired: boolean
  readonly mayEdit: boolean
  readonly now: Date
}

function whenSentence({ slotAt, approvedAt, isRequired, now }: ApprovalProps): string {
  const time = toMoment(slotAt)
  const isPast = new Date(slotAt) <= now
  if (isRequired && !approvedAt) {
    return isPast
      ? `Its time, ${time}, has come: it waits for an editor’s approval. Nothing is lost.`
      : `It goes out on ${time}, if an editor has approved it by then; else it waits.`
  }
  return isPast
    ? `Its time, ${time}, has come: it goes out within half a minute.`
    : `It goes out by itself on ${time}.`
}

/** When it goes out, and whether somebody must say so first. */
export const Approval = (props: ApprovalProps) => {
  const { issueKey, approvedBy, approvedAt, isRequired, mayEdit } = props
  return (
    <>
      <p className="signpost-lead">{whenSentence(props)}</p>
      {approvedAt ? (
        <p>
          Approved by {approvedBy} on {toMoment(approvedAt)}.
        </p>
      ) : null}
      {isRequired && !approvedAt && mayEdit ? (
        <Do what="approve" issueKey={issueKey}>
          <button className="signpost-press signpost-press--first">Approve this issue</button>
        </Do>
      ) : null}
    </>
  )
}
