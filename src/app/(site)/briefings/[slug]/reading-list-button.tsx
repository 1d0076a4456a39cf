import { saveToList, takeOffList } from '../../account/reading-list/actions'
import { Button } from '@/components/button'

type ReadingListButtonProps = { readonly briefingId: string; readonly isListed: boolean }

/** Saves a briefing to the member's reading list, or takes it off again. */
export const ReadingListButton = ({ briefingId, isListed }: ReadingListButtonProps) => (
  <form action={isListed ? takeOffList : saveToList} className="mb-4">
    <input type="hidden" name="briefing" value={briefingId} />
    <p role="status" className="mb-2">
      {isListed ? (
        <>
          On your{' '}
          <a href="/account/reading-list" className="plain-link">
            reading list
          </a>
        </>
      ) : null}
    </p>
    <Button kind="quiet">{isListed ? 'Remove from reading list' : 'Save to reading list'}</Button>
  </form>
)
