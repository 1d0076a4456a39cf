import type { UIFieldServerProps } from 'payload'
import type { Organisation } from '@/payload-types'
import { seatsInWords } from './seats-in-words'

/** Below the seats of an organisation: how many are in use. Counted anew after each save. */
export async function SeatsNote({ data, id, payload }: UIFieldServerProps) {
  if (!id) return null
  const { seats } = data as Partial<Organisation>
  const { totalDocs } = await payload.count({
    collection: 'members',
    where: { and: [{ organisation: { equals: id } }, { leftAt: { exists: false } }] },
    overrideAccess: true,
  })
  const isFull = typeof seats === 'number' && totalDocs >= seats
  return (
    <p role="status" className={isFull ? 'signpost-seats signpost-seats--full' : 'signpost-seats'}>
      {seatsInWords(seats, totalDocs)}
    </p>
  )
}
