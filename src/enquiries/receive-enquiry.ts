import { safePath } from '@/lib/safe-path'
import {
  checkEnquiry,
  type EnquiryFaults,
  type EnquiryKind,
  type EnquiryWords,
  tidyWords,
} from './check-enquiry'
import { type EnquiryDesk, mailEnquiry } from './mail-enquiry'

export type ReceiveEnquiry = EnquiryDesk & {
  readonly kind: EnquiryKind
  readonly words: EnquiryWords
  /** Path of the page it is about, or nothing. */
  readonly page: string
  /** What stood in the field people do not see. */
  readonly trap: string
  /** Runs `work` once the answer is on its way. */
  readonly afterAnswer: (work: () => Promise<void>) => void
  readonly now: Date
}

export type EnquiryAnswer =
  { readonly kind: 'kept' } | { readonly kind: 'faulty'; readonly faults: EnquiryFaults }

/**
 * Takes what somebody wrote to the service: keeps it first, then passes it on to staff by mail.
 *
 * Once it answers `kept`, nothing is lost: what cannot be mailed now, `mailPendingEnquiries` mails. What fell into the
 * trap is kept closed and not mailed, since a browser may have filled the hidden field for an honest writer.
 */
export async function receiveEnquiry(asked: ReceiveEnquiry): Promise<EnquiryAnswer> {
  const words = tidyWords(asked.words)
  const faults = checkEnquiry(asked.kind, words)
  if (Object.keys(faults).length > 0) return { kind: 'faulty', faults }

  const isTrapped = asked.trap !== ''
  const enquiry = await asked.payload.create({
    collection: 'enquiries',
    overrideAccess: true,
    depth: 0,
    data: {
      ...words,
      kind: asked.kind,
      page: asked.page ? safePath(asked.page).slice(0, 500) : null,
      state: isTrapped ? 'closed' : 'new',
      notes: isTrapped ? 'Closed on arrival: a field that people do not see was filled in.' : null,
    },
  })
  if (!isTrapped) {
    asked.afterAnswer(async () => {
      await mailEnquiry(asked, enquiry, asked.now)
    })
  }
  return { kind: 'kept' }
}
