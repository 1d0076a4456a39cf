import type { Metadata } from 'next'
import { answerGone, lostPage } from '@/app/lost-page'
import { LINK_METADATA, tooManyLooks } from '@/app/link-page'
import { thePayload } from '@/app/payload'
import { readOwnComments } from '@/briefings/review-comments'
import { openDraft } from '@/briefings/review-links'
import { Notice } from '@/components/notice'
import { Page } from '@/components/page'
import { DraftForReview } from './draft-for-review'

const TITLE = 'A draft to comment on'

export const metadata: Metadata = { title: TITLE, ...LINK_METADATA }

type Props = {
  readonly params: Promise<{ token: string }>
  readonly searchParams: Promise<{ said?: string | string[] }>
}

const Ended = () => (
  <Page title="This link has ended" lead="It showed one draft for a while, and that time is over.">
    <Notice>
      <p>
        What you said has reached the officer who asked you. If you would like to say more, write to
        them, and they can send you another link.
      </p>
    </Notice>
  </Page>
)

/** What an outside expert's link shows: one draft, and their own comments. Looking at it changes nothing. */
export default async function ReviewPage({ params, searchParams }: Props) {
  const tooMany = await tooManyLooks(TITLE)
  if (tooMany) return tooMany
  const { token } = await params
  const payload = await thePayload()
  const opened = await openDraft(payload, token, new Date())
  if (opened.kind === 'unknown') return lostPage()
  if (opened.kind === 'ended') {
    await answerGone()
    return <Ended />
  }
  const { said } = await searchParams
  const path = `/review/${encodeURIComponent(token)}`
  return (
    <DraftForReview
      draft={opened.draft}
      link={opened.link}
      comments={await readOwnComments(payload, opened.link)}
      action={`${path}/comment`}
      pictureAddress={(id) => `${path}/pictures/${id}`}
      said={typeof said === 'string' ? said : null}
    />
  )
}
