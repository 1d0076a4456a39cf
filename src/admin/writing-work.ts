import type { Payload, Where } from 'payload'
import { payloadUserOf } from '@/access/viewer'
import { isUpdate, unannounced } from '@/bulletin/unannounced'
import { toLongDate } from '@/lib/london-time'
import type { Staff } from '@/payload-types'
import type { Task, Work } from './work'

const DAY = 24 * 60 * 60 * 1000
export const MOST = 8

export type Asking = { readonly payload: Payload; readonly staff: Staff; readonly now: Date }

type Collection = 'briefings' | 'articles'

export async function drafts({ payload, staff }: Asking, collection: Collection, where: Where) {
  const { docs } = await payload.find({
    collection,
    draft: true,
    where: { and: [{ _status: { equals: 'draft' } }, where] },
    sort: '-updatedAt',
    limit: MOST,
    depth: 0,
    overrideAccess: false,
    user: payloadUserOf({ kind: 'staff', staff }),
  })
  return docs.map(({ id, title, updatedAt }) => ({
    updatedAt,
    label: title,
    href: `/admin/collections/${collection}/${id}`,
    note: `${collection === 'briefings' ? 'Briefing' : 'Article'}, last saved ${toLongDate(updatedAt)}`,
  }))
}

async function draftsOfBoth(asking: Asking, where: Where): Promise<Task[]> {
  const both = await Promise.all([
    drafts(asking, 'briefings', where),
    drafts(asking, 'articles', where),
  ])
  return both
    .flat()
    .sort((one, other) => other.updatedAt.localeCompare(one.updatedAt))
    .slice(0, MOST)
}

export const myDrafts = async (asking: Asking): Promise<Work> => ({
  title: 'Your drafts',
  tasks: await draftsOfBoth(asking, { authors: { in: [asking.staff.id] } }),
  whenEmpty: 'You have no drafts. Start a briefing or an article below.',
})

async function briefings({ payload, staff }: Asking, where: Where, sort: string) {
  const { docs } = await payload.find({
    collection: 'briefings',
    where: { and: [{ _status: { equals: 'published' } }, where] },
    sort,
    limit: MOST,
    depth: 0,
    overrideAccess: false,
    user: payloadUserOf({ kind: 'staff', staff }),
  })
  return docs
}

export const hrefOf = (id: string) => `/admin/collections/briefings/${id}`

export async function reviewsDue(asking: Asking): Promise<Work> {
  const soon = new Date(asking.now.getTime() + 60 * DAY).toISOString()
  const happened = { nextEventAt: { less_than_equal: asking.now.toISOString() } }
  const overtaken = await briefings(asking, happened, 'nextEventAt')
  const known = new Set(overtaken.map(({ id }) => id))
  const due = await briefings(asking, { reviewBy: { less_than_equal: soon } }, 'reviewBy')
  return {
    title: 'Due for review',
    tasks: [
      ...overtaken.map(({ id, title, nextEventAt }) => ({
        label: title,
        href: hrefOf(id),
        note: `An event of its timeline came on ${toLongDate(nextEventAt ?? asking.now)}`,
      })),
      ...due
        .filter(({ id }) => !known.has(id))
        .map(({ id, title, reviewBy }) => ({
          label: title,
          href: hrefOf(id),
          note: `Review by ${toLongDate(reviewBy ?? asking.now)}`,
        })),
    ],
    whenEmpty: 'Nothing is due for review in the next sixty days.',
  }
}

export async function scheduled(asking: Asking): Promise<Work> {
  const ahead = { publishedAt: { greater_than: asking.now.toISOString() } }
  const docs = await briefings(asking, ahead, 'publishedAt')
  return {
    title: 'Scheduled',
    tasks: docs.map(({ id, title, publishedAt }) => ({
      label: title,
      href: hrefOf(id),
      note: `Readers see it from ${toLongDate(publishedAt ?? asking.now)}`,
    })),
    whenEmpty: 'Nothing waits for its day.',
  }
}

/** What the next issue would hold if it were frozen now. */
export async function comingInBulletin({ payload, now }: Asking): Promise<Work> {
  const coming = await unannounced(payload, now)
  return {
    title: 'In the next Bulletin',
    tasks: coming.slice(0, MOST).map((item) => ({
      label: item.title,
      href: hrefOf(item.briefingId),
      note: isUpdate(item) ? `Edition ${item.edition}` : 'New',
    })),
    whenEmpty: 'Nothing new since the last issue. A week without news sends no Bulletin.',
  }
}
