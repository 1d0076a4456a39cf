import type { Metadata } from 'next'
import { standingOf } from '@/access/has-membership'
import type { PublicBriefing } from '@/access/to-public-part'
import { thePayload } from '@/app/payload'
import { BriefingItem } from '@/components/briefing-item'
import { Button } from '@/components/button'
import { Page } from '@/components/page'
import { EmptyState, Section } from '@/components/section'
import { whyWithoutMembership } from '@/components/without-membership'
import { recentlyRead } from '@/reading/reading-history'
import { readingListOf } from '@/reading/reading-list'
import { readHits } from '@/search/read-hits'
import { signedInMember } from '../signed-in-member'
import { forgetAll, forgetOne, removeEntry } from './actions'
import { ListNotice } from './list-notice'

export const metadata: Metadata = { title: 'Reading list', robots: { index: false } }

type Args = { readonly searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function ReadingListPage({ searchParams }: Args) {
  const viewer = await signedInMember('/account/reading-list')
  const payload = await thePayload()
  const reader = { payload, memberId: viewer.member.id, viewer, now: new Date() }
  const { removed, forgotten, full } = await searchParams
  const removedId = typeof removed === 'string' ? removed : ''
  const [{ briefings, gone }, recent, known] = await Promise.all([
    readingListOf(reader),
    recentlyRead(reader),
    readHits(payload, viewer, removedId ? [removedId] : [], reader.now),
  ])
  const isBack = briefings.some(({ id }) => id === removedId)
  return (
    <Page
      title="Reading list"
      lead="What you mean to read and what you read lately. Only you see it."
      breadcrumbs={[{ href: '/account', label: 'Your account' }]}
    >
      <ListNotice
        why={viewer.isActive ? null : whyWithoutMembership(standingOf(viewer.member, reader.now))}
        isFull={full === 'yes'}
        forgotten={forgotten === 'one' || forgotten === 'all' ? forgotten : null}
        left={recent.length}
        removed={isBack ? null : (known.get(removedId) ?? null)}
      />
      <Section title="To read">
        {briefings.map((briefing) => (
          <Entry key={briefing.id} briefing={briefing} label="Remove" action={removeEntry} />
        ))}
        {briefings.length === 0 ? (
          <EmptyState>
            Nothing yet. On a briefing, choose “Save to reading list” and it waits for you here.
          </EmptyState>
        ) : null}
        {gone > 0 ? <Gone count={gone} /> : null}
      </Section>
      <Section title="Recently read" id="recently-read">
        {recent.map((briefing) => (
          <Entry key={briefing.id} briefing={briefing} label="Forget" action={forgetOne} />
        ))}
        {recent.length === 0 ? (
          <EmptyState>The last twenty briefings you open are listed here.</EmptyState>
        ) : (
          <ForgetAll />
        )}
      </Section>
    </Page>
  )
}

type EntryProps = {
  readonly briefing: PublicBriefing
  readonly label: string
  readonly action: (form: FormData) => Promise<void>
}

const Entry = ({ briefing, label, action }: EntryProps) => (
  <div className="border-b border-rule py-5 first:pt-0">
    <BriefingItem briefing={briefing} />
    <form action={action}>
      <input type="hidden" name="briefing" value={briefing.id} />
      <Button kind="quiet">
        {label}
        <span className="sr-only"> “{briefing.title}”</span>
      </Button>
    </form>
  </div>
)

const Gone = ({ count }: { readonly count: number }) => (
  <p className="mt-4 font-sans text-ui text-quiet">
    {count === 1
      ? 'One more on your list is no longer published.'
      : `${count} more on your list are no longer published.`}
  </p>
)

const ForgetAll = () => (
  <form action={forgetAll} className="mt-6 font-sans text-ui">
    <p className="mb-3 text-quiet">
      Forgetting cannot be taken back. The briefings stay where they are.
    </p>
    <Button kind="danger">Forget all that I have read</Button>
  </form>
)
