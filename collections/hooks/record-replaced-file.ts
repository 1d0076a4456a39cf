import type { CollectionAfterChangeHook } from 'payload'
import { keepRecordOf } from '@/access/record/keep-record'
import { namedTitles } from '@/lib/named-titles'
import type { PublishedWith } from './published-with'

type Stored = {
  readonly id: string
  readonly filename?: string | null
  readonly title?: string | null
  readonly alt?: string | null
}

/** Records that readers have another file than before. Each file has a name of its own, so a new name is a new file. */
export const recordReplacedFile =
  (publishedWith: PublishedWith): CollectionAfterChangeHook =>
  async ({ collection, doc, operation, previousDoc, req }) => {
    const stored = doc as Stored
    if (operation !== 'update' || stored.filename === (previousDoc as Stored).filename)
      return stored
    const titles = await publishedWith(req, stored.id)
    if (titles.length === 0) return stored
    const on = { kind: collection.slug, id: stored.id, name: stored.title ?? stored.alt ?? null }
    await keepRecordOf(req, { act: 'file-replaced', on, details: `in ${namedTitles(titles)}` })
    return stored
  }
