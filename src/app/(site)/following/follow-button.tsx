import { FOLLOW_WORDS, type FollowedKind } from '@/bulletin/wording'
import { Button } from '@/components/button'
import { startFollowing, stopFollowing } from './actions'

type FollowButtonProps = {
  readonly kind: FollowedKind
  readonly id: string
  readonly isFollowed: boolean
}

/** Lets the Bulletin tell a member of a series or of a briefing's updates, or no longer. The words beside it are kept as proof. */
export const FollowButton = ({ kind, id, isFollowed }: FollowButtonProps) => (
  <form action={isFollowed ? stopFollowing : startFollowing} className="mb-4 font-sans text-sm">
    <input type="hidden" name="kind" value={kind} />
    <input type="hidden" name="id" value={id} />
    <p role="status" className="mb-2 text-quiet">
      {isFollowed ? (
        <>
          You follow this: it comes with{' '}
          <a href="/account#following" className="plain-link">
            your Bulletin
          </a>
          .
        </>
      ) : (
        FOLLOW_WORDS[kind].sentence
      )}
    </p>
    <Button kind="quiet">{FOLLOW_WORDS[kind][isFollowed ? 'end' : 'start']}</Button>
  </form>
)
