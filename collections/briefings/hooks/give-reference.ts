import type { CollectionBeforeChangeHook, PayloadRequest } from 'payload'
import { now } from '@/access/who'
import { toIsoDate } from '@/lib/london-time'
import type { Briefing } from '@/payload-types'

/** References from elsewhere may have any form: only our own are counted. */
const numberOf = (reference: string | null | undefined, prefix: string): number => {
  const rest = reference?.startsWith(prefix) ? reference.slice(prefix.length) : ''
  return /^\d+$/.test(rest) ? Number(rest) : 0
}

async function highestNumber(req: PayloadRequest, prefix: string): Promise<number> {
  const { docs } = await req.payload.find({
    collection: 'briefings',
    where: { reference: { like: prefix } },
    pagination: false,
    depth: 0,
    select: { reference: true },
    overrideAccess: true,
  })
  return docs.reduce((highest, { reference }) => Math.max(highest, numberOf(reference, prefix)), 0)
}

/** Gives a new briefing the year's next reference, RB-2026-001 onwards. A reference once given never changes by itself. */
export const giveReference: CollectionBeforeChangeHook<Briefing> = async ({
  data,
  originalDoc,
  req,
}) => {
  if (data.reference || originalDoc?.reference) return data
  const prefix = `RB-${toIsoDate(now(req)).slice(0, 4)}-`
  const next = (await highestNumber(req, prefix)) + 1
  return { ...data, reference: `${prefix}${String(next).padStart(3, '0')}` }
}
