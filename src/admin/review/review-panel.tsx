import type { Payload, PayloadRequest, ServerFunction, UIFieldServerProps } from 'payload'
import type { ReactNode } from 'react'
import { STAGE_ACTIONS, whyNotMove } from '@/access/stage-rules'
import { isEditor, isStaff } from '@/access/who'
import { readStanding } from '@/briefings/move-stage'
import { readReviewDesk } from '@/briefings/review-desk'
import { checkBriefing } from '@/lib/checks/check-briefing'
import { headingsOf } from '@/lib/lexical/outline'
import { toLongDate } from '@/lib/london-time'
import type { Briefing } from '@/payload-types'
import { doubtsOfBriefing } from '@/sources/watch/doubts-of-briefing'
import { CheckList } from './check-list'
import { FollowSaves } from './follow-saves'
import { readForReview } from './read-for-review'
import { ReviewActions } from './review-actions'
import { ReviewDesk } from './review-desk'
import { stageInWords } from './stage-in-words'

async function nameOf(payload: Payload, id: string | null | undefined): Promise<string> {
  if (!id) return 'somebody'
  const person = await payload.findByID({
    collection: 'staff',
    id,
    depth: 0,
    disableErrors: true,
    overrideAccess: true,
  })
  return person?.name ?? 'somebody who has left'
}

async function factsOf(payload: Payload, briefing: Partial<Briefing>): Promise<string[]> {
  const { submittedBy, submittedAt, reviewedBy, reviewedAt, reviewStage } = briefing
  const facts: string[] = []
  if (submittedAt) {
    facts.push(`Submitted by ${await nameOf(payload, submittedBy)} on ${toLongDate(submittedAt)}.`)
  }
  if (reviewedAt && reviewStage === 'approved') {
    facts.push(`Approved by ${await nameOf(payload, reviewedBy)} on ${toLongDate(reviewedAt)}.`)
  }
  return facts
}

/** Ways to look at what was saved last. */
const Looks = ({ id }: { readonly id: string }) => (
  <ul className="signpost-looks">
    <li>
      <a href={`/preview/${id}/member`}>Preview as a member</a>
    </li>
    <li>
      <a href={`/preview/${id}/visitor`}>Preview as a visitor</a>
    </li>
    <li>
      <a href={`/admin/compare/${id}`}>Compare versions</a>
    </li>
  </ul>
)

type StandingProps = {
  readonly payload: Payload
  readonly user: NonNullable<PayloadRequest['user']>
  readonly id: string
  readonly briefing: Partial<Briefing>
}

/** Where the briefing stands, and what the person at the desk may do about it. */
async function Standing({ payload, user, id, briefing }: StandingProps) {
  const standing = await readStanding(payload, id)
  if (!standing) return null
  const asker = { id: user.id, isEditor: isEditor(user) }
  const open = STAGE_ACTIONS.filter((action) => whyNotMove(action, standing, asker) === null)
  return (
    <section className="signpost-review" aria-labelledby="signpost-review">
      <h3 id="signpost-review">Review</h3>
      <p role="status">
        <strong>{stageInWords(standing)}</strong>
      </p>
      {(await factsOf(payload, briefing)).map((fact) => (
        <p key={fact}>{fact}</p>
      ))}
      {briefing.reviewNote ? (
        <blockquote>
          <p>{briefing.reviewNote}</p>
          <footer>{await nameOf(payload, briefing.reviewedBy)}</footer>
        </blockquote>
      ) : null}
      {briefing.endingReason ? <p>Readers are told: {briefing.endingReason}</p> : null}
      <ReviewActions id={id} open={open} />
      <Looks id={id} />
      <CheckList checks={checkBriefing(briefing, await doubtsOfBriefing(payload, briefing))} />
      <ReviewDesk
        briefingId={id}
        places={headingsOf(briefing.body).map(({ text }) => text)}
        canInvite={standing.isDraft}
        begun={await readReviewDesk(payload, id, new Date())}
      />
    </section>
  )
}

/** Beside the text, as it is opened and after each save. */
export function ReviewPanel({ data, id, payload, user }: UIFieldServerProps) {
  if (!id || !isStaff(user)) return null
  return (
    <FollowSaves id={String(id)}>
      <Standing payload={payload} user={user} id={String(id)} briefing={data} />
    </FollowSaves>
  )
}

/** Draws the panel again for whoever has just saved. Nothing for anybody but staff. */
export const drawReview: ServerFunction<{ id?: unknown }, Promise<ReactNode>> = async ({
  id,
  req: { payload, user: asker },
}) => {
  const found = await readForReview(payload, asker, id)
  if (!found) return null
  const { briefing, user } = found
  return <Standing payload={payload} user={user} id={briefing.id} briefing={briefing} />
}
