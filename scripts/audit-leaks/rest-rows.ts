import type { Asked } from './ask'
import type { World } from './world'

export type RestQuestion = { readonly path: string } & Asked

const NO_ONES_ID = '01999999-9999-7999-8999-999999999999'

/** Payload’s generic routes for one collection, in each way they may be asked. */
function ofCollection(slug: string, id: string): RestQuestion[] {
  return [
    { path: `/api/${slug}?limit=50&depth=3` },
    // Of the newest ten alone the table would tell which searches the walk had made by then.
    { path: `/api/${slug}?limit=100&draft=true&trash=true&locale=all&showHiddenFields=true` },
    { path: `/api/${slug}/count` },
    { path: `/api/${slug}/versions?depth=2` },
    { path: `/api/${slug}/${id}?depth=3&draft=true` },
    { path: `/api/${slug}/versions/${id}` },
    { path: `/api/${slug}/access/${id}`, method: 'POST' },
    { path: `/api/${slug}/${id}/duplicate`, method: 'POST', body: '{}' },
    {
      path: `/api/${slug}`,
      method: 'POST',
      headers: {
        'X-HTTP-Method-Override': 'GET',
        'Content-Type': 'application/x-www-form-urlencoded',
      },
      body: 'depth=3&limit=50',
    },
  ]
}

const OTHERS = [
  'access',
  'staff/init',
  'staff/me',
  'members/me',
  'og?title=x',
  'graphql',
  'graphql-playground',
  'payload-jobs/run',
  'payload-jobs/handle-schedules',
  'globals/anything',
  'briefings?where=notobject',
  `briefings/${NO_ONES_ID}`,
]

const files = ({ files: { attachment, orphan, orphanPicture, picture } }: World) =>
  [
    `attachments/file/${attachment}`,
    `attachments/file/${orphan}`,
    `attachments/file/${attachment}?prefix=..%2f`,
    `attachments/file/..%2f..%2fsignpost.db`,
    `media/file/${picture}`,
    `media/file/${orphanPicture}`,
    `media/file/..%2fattachments%2f${attachment}`,
    `media/file/%00${attachment}`,
  ].map((path): RestQuestion => ({ path: `/api/${path}` }))

/** Rows of the table: what is asked of `/api`, under one name each. Staff write nothing here. */
export function restRows(world: World, collections: readonly string[]) {
  return new Map<string, readonly RestQuestion[]>([
    ...collections.map(
      (slug) => [`/api/${slug}`, ofCollection(slug, world.rows[slug] ?? NO_ONES_ID)] as const,
    ),
    ['/api/… besides', OTHERS.map((path) => ({ path: `/api/${path}` }))] as const,
    ['/api/…/file', files(world)] as const,
  ])
}
