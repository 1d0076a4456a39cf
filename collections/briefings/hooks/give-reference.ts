import type { CollectionBeforeChangeHook, PayloadRequest } from 'payload'
import { now } from '@/access/who'
import { toIsoDate } from '@/lib/london-time'
import type { Briefing } from '@/payload-types'

async function highestNumber(req: PayloadRequest, prefix: string): Promise<number> {
  const { docs } = await req.payload.find({
    collection: 'briefings',
    where: { reference: { like: prefix } },
    sort: '-reference',
    limit: 1,
    depth: 0,
    select: { reference: true },
    overrideAccess: true,
  })
  return Number(docs[0]?.reference?.slice(prefix.length) ?? 0) || 0
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
