import type { Metadata } from 'next'
import type { PublicBriefing } from '@/access/to-public-part'
import { visitor } from '@/access/viewer'
import { thePayload } from '@/app/payload'
import { listBriefings } from '@/briefings/list-briefings'
import { Button, ButtonLink } from '@/components/button'
import { Page } from '@/components/page'
import { type PassView, readPass } from '@/members/colleague/press-pass'
import { PASS_DAYS } from '@/members/colleague/send-to-colleague'
import { openBriefing } from './actions'

export const metadata: Metadata = {
  title: 'A briefing for you',
  robots: { index: false },
  referrer: 'same-origin',
}

type Args = { readonly params: Promise<{ token: string }> }

/** What anybody may know of the briefing a pass is for, or null where it is no longer there. */
async function teaserOf(view: PassView): Promise<PublicBriefing | null> {
  if (!('briefingId' in view)) return null
  const [payload, now] = [await thePayload(), new Date()]
  const ids = [view.briefingId]
  const { briefings } = await listBriefings({ payload, viewer: visitor, ids, limit: 1, now })
  return briefings[0] ?? null
}

/** Mail scanners follow links: looking at this page changes nothing, only its button does. */
export default async function ColleaguePage({ params }: Args) {
  const { token } = await params
  const view = await readPass({ payload: await thePayload(), token, now: new Date() })
  const teaser = await teaserOf(view)
  if (!teaser) return <Over isExpired={view.kind !== 'unknown'} />
  if (view.kind === 'open') return <Open token={token} sender={view.sender} teaser={teaser} />
  if (view.kind === 'used') return <Used teaser={teaser} />
  return <NotRunning teaser={teaser} />
}

type WithTeaser = { readonly teaser: PublicBriefing }

const Open = ({
  token,
  sender,
  teaser,
}: WithTeaser & { readonly token: string; readonly sender: string }) => (
  <Page title={teaser.title} kicker={`A briefing from ${sender}`} lead={teaser.summary}>
    <form action={openBriefing}>
      <input type="hidden" name="token" value={token} />
      <Button>Read the briefing</Button>
    </form>
    <p className="mt-8 font-sans text-ui text-quiet">
      Your organisation has membership. You can read this one briefing in this browser for{' '}
      {PASS_DAYS}&nbsp;days, without an account. You are put on no list.
    </p>
  </Page>
)

const Ways = ({ teaser }: WithTeaser) => (
  <p className="flex flex-wrap gap-3">
    <ButtonLink href={teaser.url}>Go to the briefing</ButtonLink>
    <ButtonLink href="/join/by-address" kind="quiet">
      Join by your address
    </ButtonLink>
  </p>
)

const Used = ({ teaser }: WithTeaser) => (
  <Page
    title="This link was used already"
    lead="The briefing is open in the browser in which the button was pressed. With an account you can read it, and every other, in any."
  >
    <Ways teaser={teaser} />
  </Page>
)

const NotRunning = ({ teaser }: WithTeaser) => (
  <Page
    title="This link opens nothing now"
    lead="The membership by which it was sent is not running. The page of the briefing shows what it holds."
  >
    <ButtonLink href={teaser.url}>Go to the briefing</ButtonLink>
  </Page>
)

const Over = ({ isExpired }: { readonly isExpired: boolean }) => (
  <Page
    title={isExpired ? 'This link has run out' : 'This link does not work'}
    lead={
      isExpired
        ? `Links from a colleague work for ${PASS_DAYS} days.`
        : 'Perhaps part of it was lost on the way. Copy the whole address from the mail.'
    }
  >
    <p className="flex flex-wrap gap-3">
      <ButtonLink href="/briefings">Look through the briefings</ButtonLink>
      <ButtonLink href="/join" kind="quiet">
        How to join
      </ButtonLink>
    </p>
  </Page>
)
