import type { FollowedThing } from '@/bulletin/list-followed'
import { MOST_FOLLOWED } from '@/bulletin/follow'
import { Answer } from '@/components/answer'
import { Button } from '@/components/button'
import { Notice } from '@/components/notice'
import { letGo, takeBackUp } from '../following/actions'
import { FollowedList } from '../following/followed-list'

type FollowingProps = {
  readonly things: readonly FollowedThing[]
  /** What was just let go of. */
  readonly gone: FollowedThing | null
  readonly isFull: boolean
}

const Named = ({ kind, id }: Pick<FollowedThing, 'kind' | 'id'>) => (
  <>
    <input type="hidden" name="kind" value={kind} />
    <input type="hidden" name="id" value={id} />
  </>
)

/** The series and briefings a member follows, and the way back from letting go of one. */
export const Following = ({ things, gone, isFull }: FollowingProps) => (
  <div id="following" className="mt-10">
    <h3 className="mb-3 font-sans text-ui font-semibold">Series and briefings you follow</h3>
    {isFull ? (
      <Answer to="full">
        <Notice tone="error">
          <p>
            You follow {MOST_FOLLOWED} of these, which is as many as you can. Let go of one, and
            then follow the new one.
          </p>
        </Notice>
      </Answer>
    ) : null}
    {gone ? (
      <Answer to={gone.id}>
        <Notice tone="good">
          <p>You no longer follow “{gone.name}”.</p>
          <form action={takeBackUp}>
            <Named {...gone} />
            <Button kind="quiet">Undo</Button>
          </form>
        </Notice>
      </Answer>
    ) : null}
    <FollowedList
      things={things}
      formFor={(thing, button) => (
        <form action={letGo}>
          <Named {...thing} />
          {button}
        </form>
      )}
    />
  </div>
)
