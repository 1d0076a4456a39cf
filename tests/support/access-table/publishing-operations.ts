import type { CollectionSlug } from 'payload'
import { ask, type Question, verdict } from './ask'
import type { House } from './house'
import type { Who } from './people'
import { makeRow, newRow } from './rows'

/** What readers are served of a document: the stored row, whatever drafts lie over it. */
type Stored = { readonly _status: string; readonly title: string }

async function stored(house: House, slug: string, id: string): Promise<Stored> {
  const row = await house.payload.findByID({
    collection: slug as 'briefings',
    id,
    draft: false,
    overrideAccess: true,
  })
  return { _status: row._status ?? '', title: row.title }
}

const draft = (house: House, slug: string) => makeRow(house, slug, { _status: 'draft' })

const published = (house: House, slug: string) =>
  makeRow(house, slug, { _status: 'published', publishedAt: '2024-01-02T09:00:00.000Z' })

async function saveDraft(house: House, slug: string, id: string): Promise<string> {
  await house.payload.update({
    collection: slug as 'briefings',
    id,
    draft: true,
    overrideAccess: true,
    data: { title: 'A later draft' },
  })
  return id
}

const underDraft = async (house: House, slug: string) =>
  saveDraft(house, slug, await published(house, slug))

async function versionOf(house: House, slug: string, id: string, status: string): Promise<string> {
  const { docs } = await house.payload.findVersions({
    collection: slug as 'briefings',
    overrideAccess: true,
    where: { and: [{ parent: { equals: id } }, { 'version._status': { equals: status } }] },
  })
  const [version] = docs
  if (!version) throw new Error(`There is no ${status} version of ${slug} ${id}.`)
  return version.id
}

type Change = (slug: string, id: string) => Question

const save =
  (data: object, { asDraft = false } = {}): Change =>
  (slug, id) => ({
    method: 'PATCH',
    path: `${slug}/${id}${asDraft ? '?draft=true' : ''}`,
    body: data,
    asMember: (payload, user) =>
      payload.update({
        collection: slug as CollectionSlug,
        id,
        draft: asDraft,
        data: data,
        overrideAccess: false,
        user,
      }),
  })

const saveInBulk =
  (data: object): Change =>
  (slug, id) => ({
    method: 'PATCH',
    path: `${slug}?where[id][equals]=${id}`,
    body: data,
    asMember: (payload, user) =>
      payload.update({
        collection: slug as CollectionSlug,
        where: { id: { equals: id } },
        data: data,
        overrideAccess: false,
        user,
      }),
  })

const restoring =
  (status: string, { asDraft = false } = {}) =>
  async (house: House, slug: string, id: string): Promise<Question> => {
    const version = await versionOf(house, slug, id, status)
    return {
      method: 'POST',
      path: `${slug}/versions/${version}${asDraft ? '?draft=true' : ''}`,
      asMember: (payload, user) =>
        payload.restoreVersion({
          collection: slug as CollectionSlug,
          id: version,
          draft: asDraft,
          overrideAccess: false,
          user,
        }),
    }
  }

type Making = (house: House, slug: string) => Promise<string>
type Asking = (house: House, slug: string, id: string) => Question | Promise<Question>

/** Tries a change. A refusal that still changed what readers are served is told apart from a true one. */
const changing =
  (make: Making, put: Asking) =>
  async (house: House, who: Who, slug: string): Promise<string> => {
    const id = await make(house, slug)
    const before = await stored(house, slug, id)
    const said = verdict(await ask(house, who, await put(house, slug, id)))
    const after = await stored(house, slug, id)
    const isSame = before._status === after._status && before.title === after.title
    return said === 'no' && !isSame ? 'refused-but-changed' : said
  }

const simply =
  (change: Change): Asking =>
  (_house, slug, id) =>
    change(slug, id)

const creating =
  (status: string, asDraft: boolean) =>
  async (house: House, who: Who, slug: string): Promise<string> => {
    const data = { ...(await newRow(house, slug)), _status: status }
    const answer = await ask(house, who, {
      method: 'POST',
      path: `${slug}${asDraft ? '?draft=true' : ''}`,
      body: data,
      asMember: (payload, user) =>
        payload.create({
          collection: slug as CollectionSlug,
          data: data as never,
          draft: asDraft,
          overrideAccess: false,
          user,
        }),
    })
    return verdict(answer)
  }

const duplicating = (search: string): Asking =>
  simply((slug, id) => ({
    method: 'POST',
    path: `${slug}/${id}/duplicate${search}`,
    body: {},
    asMember: (payload, user) =>
      payload.duplicate({
        collection: slug as CollectionSlug,
        id,
        draft: !search,
        overrideAccess: false,
        user,
      }),
  }))

/** What may become of drafts and of what readers see. Every way in has a name of its own. */
export const PUBLISHING = {
  'create-draft': creating('draft', true),
  'create-published': creating('published', false),
  duplicate: changing(published, duplicating('')),
  'duplicate-as-published': changing(published, duplicating('?draft=false')),
  'save-draft': changing(draft, simply(save({ title: 'Changed' }, { asDraft: true }))),
  'draft-over-published': changing(
    published,
    simply(save({ title: 'Changed' }, { asDraft: true })),
  ),
  publish: changing(draft, simply(save({ _status: 'published' }))),
  'publish-by-draft-save': changing(
    draft,
    simply(save({ _status: 'published' }, { asDraft: true })),
  ),
  'publish-in-bulk': changing(draft, simply(saveInBulk({ _status: 'published' }))),
  'update-published': changing(published, simply(save({ title: 'Changed' }))),
  'update-published-under-draft': changing(underDraft, simply(save({ title: 'Changed' }))),
  'update-published-in-bulk': changing(published, simply(saveInBulk({ title: 'Changed' }))),
  unpublish: changing(published, simply(save({ _status: 'draft' }))),
  'unpublish-under-draft': changing(underDraft, simply(save({ _status: 'draft' }))),
  'unpublish-in-bulk': changing(published, simply(saveInBulk({ _status: 'draft' }))),
  'restore-published': changing(published, restoring('published')),
  'restore-draft': changing(underDraft, restoring('draft')),
  'restore-as-draft': changing(published, restoring('published', { asDraft: true })),
}
