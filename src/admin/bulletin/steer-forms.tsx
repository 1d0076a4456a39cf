import type { IssueState } from '@/bulletin/issues'
import type { BulletinIssue } from '@/payload-types'
import { Do, Field } from './parts'

type Act = {
  readonly what: 'pause' | 'resume' | 'cancel' | 'take-as-sent'
  readonly button: string
  readonly means: string
  readonly from: readonly IssueState[]
}

const OPEN: readonly IssueState[] = ['planned', 'frozen', 'enrolled', 'sending']

const ACTS: readonly Act[] = [
  {
    what: 'pause',
    button: 'Pause',
    means: 'Nobody else is mailed until it is resumed. Nothing is lost.',
    from: OPEN,
  },
  { what: 'resume', button: 'Resume', means: 'It goes on from where it stood.', from: ['paused'] },
  {
    what: 'cancel',
    button: 'Cancel the issue',
    means:
      'This cannot be undone: nobody else gets this issue. Its briefings come with the next to all who have not had them.',
    from: [...OPEN, 'paused'],
  },
  {
    what: 'take-as-sent',
    button: 'Take as sent',
    means:
      'This cannot be undone: nobody else gets it, and its briefings count as announced. For an issue that went out before the database was put back.',
    from: ['paused'],
  },
]

type Props = {
  readonly issue: Pick<BulletinIssue, 'key' | 'state'>
  readonly page: 'issue' | undefined
}

/** What may be done with an issue as it stands. Each wants its reason, for the record. */
export const SteerForms = ({ issue, page }: Props) => (
  <div className="signpost-acts">
    {ACTS.filter(({ from }) => from.includes(issue.state)).map(({ what, button, means }) => (
      <Do key={what} what={what} issueKey={issue.key} page={page}>
        <Field
          label={`Why ${button.toLowerCase()}?`}
          id={`why-${what}`}
          name="why"
          maxLength={300}
          required
        />
        <p className="signpost-quiet">{means}</p>
        <button className="signpost-press">{button}</button>
      </Do>
    ))}
  </div>
)
