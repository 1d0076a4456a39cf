'use client'

import { useState } from 'react'
import type { ReviewDeskView } from '@/briefings/review-desk'
import { askReviewDesk, type AskReview } from './ask-review-desk'
import { Comments } from './comments'
import { OutsideReaders } from './outside-readers'

export type ActOn = (asked: AskReview) => Promise<boolean>

type Props = {
  readonly briefingId: string
  /** The headings of the text, for saying what a comment is about. */
  readonly places: readonly string[]
  /** Whether there is a draft that an outside reader could be shown. */
  readonly canInvite: boolean
  readonly begun: ReviewDeskView
}

/** Comments on the draft, and who else may read it. What is being typed in the form of the briefing stays as it is. */
export function ReviewDesk({ briefingId, places, canInvite, begun }: Props) {
  const [desk, setDesk] = useState(begun)
  const [address, setAddress] = useState<string | null>(null)
  const [fault, setFault] = useState<string | null>(null)
  const [isBusy, setIsBusy] = useState(false)

  const act: ActOn = async (asked) => {
    setIsBusy(true)
    const answer = await askReviewDesk(briefingId, asked)
    setIsBusy(false)
    setFault(answer.kind === 'fault' ? answer.why : null)
    if (answer.kind === 'fault') return false
    setDesk(answer.said.desk)
    if (asked.act === 'invite') setAddress(answer.said.url ?? null)
    return true
  }

  return (
    <>
      <p role="alert">{fault}</p>
      <Comments threads={desk.threads} places={places} isBusy={isBusy} act={act} />
      <OutsideReaders
        readers={desk.readers}
        canInvite={canInvite}
        address={address}
        isBusy={isBusy}
        act={act}
      />
    </>
  )
}
