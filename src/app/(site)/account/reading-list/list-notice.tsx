import type { PublicBriefing } from '@/access/to-public-part'
import { Answer } from '@/components/answer'
import { Button } from '@/components/button'
import { Notice } from '@/components/notice'
import { MOST_ON_LIST } from '@/reading/reading-list'
import { putBack } from './actions'

type ListNoticeProps = {
  /** Why the list leads to no full briefing, where it does not. */
  readonly why: string | null
  readonly isFull: boolean
  readonly forgotten: 'one' | 'all' | null
  /** How many that were read still stand there. */
  readonly left: number
  /** What was just taken off the list. */
  readonly removed: PublicBriefing | null
}

const FORGOTTEN = { one: 'Forgotten.', all: 'All that you had read is forgotten.' }

/** What has just happened to the list, and what holds for it now. */
export const ListNotice = ({ why, isFull, forgotten, left, removed }: ListNoticeProps) => (
  <>
    {why ? (
      <div className="mb-8">
        <Notice tone="warning">
          <p>
            {why}: the links lead to titles and summaries. You can still remove what you no longer
            want here.
          </p>
        </Notice>
      </div>
    ) : null}
    {isFull ? (
      <Answer to="full">
        <Notice tone="error">
          <p>
            Your list holds {MOST_ON_LIST} briefings, which is as many as it can. Remove one, and
            then save the new one.
          </p>
        </Notice>
      </Answer>
    ) : null}
    {forgotten ? (
      <Answer to={`${forgotten} forgotten, ${left} left`}>
        <Notice tone="good">
          <p>{FORGOTTEN[forgotten]}</p>
        </Notice>
      </Answer>
    ) : null}
    {removed ? (
      <Answer to={removed.id}>
        <Notice tone="good">
          <p>“{removed.title}” is off your list.</p>
          <form action={putBack}>
            <input type="hidden" name="briefing" value={removed.id} />
            <Button kind="quiet">Undo</Button>
          </form>
        </Notice>
      </Answer>
    ) : null}
  </>
)
