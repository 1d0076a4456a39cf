import type { CollectionBeforeChangeHook } from 'payload'
import { now } from '@/access/who'
import { nextEventOf } from '@/lib/lexical/next-event'
import type { Briefing } from '@/payload-types'

/** Notes the day of the next event in the timelines: once it is past, the briefing is up for review until it is saved. */
export const noteNextEvent: CollectionBeforeChangeHook<Briefing> = ({
  data,
  originalDoc,
  req,
}) => ({
  ...data,
  nextEventAt: nextEventOf(data.body === undefined ? originalDoc?.body : data.body, now(req)),
})
