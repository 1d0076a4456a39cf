import { payloadUserOf } from '@/access/viewer'
import { toLongDate, toStoredDay } from '@/lib/london-time'
import type { Work } from './work'
import type { Asking } from './writing-work'

const DAY = 24 * 60 * 60 * 1000
const MOST = 8

const KINDS = { join: 'Wants to join', contact: 'A question', error: 'An error on a page' }

export async function newEnquiries({ payload, staff }: Asking): Promise<Work> {
  const { docs } = await payload.find({
    collection: 'enquiries',
    where: { state: { equals: 'new' } },
    sort: '-createdAt',
    limit: MOST,
    overrideAccess: false,
    user: payloadUserOf({ kind: 'staff', staff }),
  })
  return {
    title: 'New enquiries',
    tasks: docs.map(({ id, name, kind, createdAt }) => ({
      label: name ?? 'Somebody without a name',
      href: `/admin/collections/enquiries/${id}`,
      note: `${KINDS[kind]}, ${toLongDate(createdAt)}`,
    })),
    whenEmpty: 'Everybody who wrote has been looked after.',
  }
}

export async function endingMemberships({ payload, staff, now }: Asking): Promise<Work> {
  const { docs } = await payload.find({
    collection: 'organisations',
    where: {
      and: [
        { membershipTo: { greater_than_equal: toStoredDay(now) } },
        { membershipTo: { less_than_equal: new Date(now.getTime() + 60 * DAY).toISOString() } },
      ],
    },
    sort: 'membershipTo',
    limit: MOST,
    overrideAccess: false,
    user: payloadUserOf({ kind: 'staff', staff }),
  })
  return {
    title: 'Memberships that end soon',
    tasks: docs.map(({ id, name, membershipTo }) => ({
      label: name,
      href: `/admin/collections/organisations/${id}`,
      note: `Last day ${toLongDate(membershipTo)}`,
    })),
    whenEmpty: 'No membership ends in the next sixty days.',
  }
}

export async function whoIsHere({ payload, staff }: Asking): Promise<Work> {
  const user = payloadUserOf({ kind: 'staff', staff })
  const members = await payload.count({ collection: 'members', overrideAccess: false, user })
  const subscribers = await payload.count({
    collection: 'subscriptions',
    where: { status: { equals: 'active' } },
    overrideAccess: false,
    user,
  })
  return {
    title: 'The service',
    tasks: [
      {
        label: `${members.totalDocs} members`,
        href: '/admin/collections/members',
        note: `${subscribers.totalDocs} receive the Bulletin`,
      },
      {
        label: 'State of the parts',
        href: '/readyz',
        note: 'Database, search, mail and worker. On the server: npm run doctor',
      },
    ],
    whenEmpty: '',
  }
}
