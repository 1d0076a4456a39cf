import {
  reviewAnsweredLetter,
  reviewDueLetter,
  reviewWantedLetter,
} from '@templates/mail/review-letters'
import type { Payload } from 'payload'
import { isEditor } from '@/access/who'
import type { AccountMail, Briefing, Staff } from '@/payload-types'
import type { Compose } from './mail-desk'

/** A briefing as staff or as readers have it, without its text. */
async function briefingOf(payload: Payload, id: string, draft: boolean): Promise<Briefing | null> {
  return payload.findByID({
    collection: 'briefings',
    id,
    draft,
    depth: 0,
    disableErrors: true,
    overrideAccess: true,
  })
}

async function staffAt(payload: Payload, address: string): Promise<Staff | null> {
  const { docs } = await payload.find({
    collection: 'staff',
    where: { email: { equals: address } },
    limit: 1,
    depth: 0,
    overrideAccess: true,
  })
  return docs[0] ?? null
}

async function nameOf(payload: Payload, id: string | null | undefined): Promise<string> {
  const person = id
    ? await payload.findByID({
        collection: 'staff',
        id,
        depth: 0,
        disableErrors: true,
        overrideAccess: true,
      })
    : null
  return person?.name ?? 'A colleague'
}

/** A mail is about one occasion: a later one is another mail. */
const isOfThis = ({ key }: AccountMail, occasion: string | null | undefined): boolean =>
  Boolean(occasion) && key.endsWith(`\n${occasion}`)

const linkTo = (siteUrl: string, id: string): string =>
  `${siteUrl}/admin/collections/briefings/${id}`

const reviewWanted: Compose = async ({ payload, siteUrl }, mail) => {
  const briefing = await briefingOf(payload, mail.subjectId, true)
  if (briefing?.reviewStage !== 'in-review' || !isOfThis(mail, briefing.submittedAt)) return null
  const reader = await staffAt(payload, mail.address)
  if (!reader || !isEditor({ ...reader, collection: 'staff' })) return null
  return reviewWantedLetter({
    title: briefing.title,
    link: linkTo(siteUrl, briefing.id),
    by: await nameOf(payload, briefing.submittedBy),
  })
}

const reviewAnswered: Compose = async ({ payload, siteUrl }, mail) => {
  const briefing = await briefingOf(payload, mail.subjectId, true)
  const stage = briefing?.reviewStage
  if (stage !== 'approved' && stage !== 'changes-asked') return null
  if (!isOfThis(mail, briefing?.reviewedAt) || !briefing) return null
  const reader = await staffAt(payload, mail.address)
  if (reader?.id !== briefing.submittedBy) return null
  return reviewAnsweredLetter({
    title: briefing.title,
    link: linkTo(siteUrl, briefing.id),
    by: await nameOf(payload, briefing.reviewedBy),
    isApproved: stage === 'approved',
  })
}

const reviewDue: Compose = async ({ payload, siteUrl }, mail) => {
  const briefing = await briefingOf(payload, mail.subjectId, false)
  const { reviewBy, _status, ending } = briefing ?? {}
  if (!briefing || _status !== 'published' || ending || !reviewBy) return null
  if (!isOfThis(mail, reviewBy) || !(await staffAt(payload, mail.address))) return null
  return reviewDueLetter({ title: briefing.title, link: linkTo(siteUrl, briefing.id), reviewBy })
}

export const reviewLetters = {
  'review-wanted': reviewWanted,
  'review-answered': reviewAnswered,
  'review-due': reviewDue,
} satisfies Record<string, Compose>
