import type { CollectionBeforeDeleteHook, PayloadRequest } from 'payload'
import { namedTitles } from '@/lib/named-titles'
import { refusal } from '@/lib/refusal'
import { titlesByPicture, type Written } from './pictures-shown'

/** Read once a request, however many files it deletes. */
const shownPictures = (
  { context }: PayloadRequest,
  read: () => ReturnType<typeof titlesByPicture>,
) => (context.shownPictures ??= read()) as ReturnType<typeof titlesByPicture>

/**
 * A picture that a text shows cannot vanish from it, whether readers have that text or only colleagues.
 *
 * Drafts are named too: whoever may not delete, and that is everybody but editors, is refused before this is asked.
 */
export const refuseWhileShownIn =
  (collection: Written): CollectionBeforeDeleteHook =>
  async ({ id, req }) => {
    const sought = { collection, asReadersHaveIt: false }
    const shown = await shownPictures(req, () => titlesByPicture(req, sought))
    const titles = [...(shown.get(String(id))?.values() ?? [])]
    if (titles.length === 0) return
    throw refusal(
      `This picture is shown by ${namedTitles(titles)}. Take it out of them first.`,
      409,
    )
  }
