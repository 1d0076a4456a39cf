import { briefingForYouLetter, briefingOfInterestLetter } from '@templates/mail/colleague-letters'
import type { Payload } from 'payload'
import { lenderOf } from '@/access/colleague-pass'
import { briefingPath } from '@/access/to-public-part'
import { passesWhere } from '../colleague/read-passes'
import { passAddress } from '../colleague/pass-links'
import { PASS_DAYS } from '../colleague/send-to-colleague'
import { memberWith } from '../member-with'
import { isNotToBeMailed } from '../not-to-be-mailed'
import type { Compose } from './mail-desk'

/** What anybody may know of the briefing, read as a visitor. */
async function teaserOf(payload: Payload, id: string, now: Date) {
  const { docs } = await payload.find({
    collection: 'briefings',
    overrideAccess: false,
    user: null,
    depth: 0,
    limit: 1,
    pagination: false,
    where: { id: { equals: id } },
    select: { title: true, summary: true, slug: true },
    context: { now },
  })
  return docs[0] ?? null
}

/**
 * A briefing from a colleague: with a pass for an address of the sender’s organisation that has no account, with the public
 * page for every other. Dropped for an address that must not be mailed, and once there is nothing to send.
 */
export const colleaguePass: Compose = async ({ payload, siteUrl }, { subjectId, address }, now) => {
  const [pass] = await passesWhere(payload, { id: { equals: subjectId } })
  if (!pass || new Date(pass.endsAt) <= now) return null
  const briefing = await teaserOf(payload, pass.briefingId, now)
  if (!briefing || (await isNotToBeMailed(payload, pass.addressHash))) return null
  const said = { sender: pass.sender.name, title: briefing.title, summary: briefing.summary }
  const isLent = lenderOf([pass], pass.briefingId, now) !== null
  return isLent && !(await memberWith(payload, address))
    ? briefingForYouLetter({ ...said, link: passAddress(payload, siteUrl, pass), days: PASS_DAYS })
    : briefingOfInterestLetter({ ...said, link: `${siteUrl}${briefingPath(briefing.slug ?? '')}` })
}
