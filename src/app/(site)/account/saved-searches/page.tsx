import type { Metadata } from 'next'
import { standingOf } from '@/access/has-membership'
import type { Viewer } from '@/access/viewer'
import { thePayload } from '@/app/payload'
import { theTopicTree } from '@/app/topic-tree'
import { listSeries } from '@/briefings/read-series'
import { isReceiving } from '@/bulletin/follow'
import { readSubscription } from '@/bulletin/subscriptions'
import { Notice } from '@/components/notice'
import { Page } from '@/components/page'
import { EmptyState } from '@/components/section'
import { whyWithoutMembership } from '@/components/without-membership'
import { listSavedSearches } from '@/reading/saved-searches'
import { signedInMember } from '../signed-in-member'
import { SavedSearchList } from './saved-search-list'
import { searchInWords } from './search-in-words'

export const metadata: Metadata = { title: 'Saved searches', robots: { index: false } }

type Args = { readonly searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function SavedSearchesPage({ searchParams }: Args) {
  const viewer = await signedInMember('/account/saved-searches')
  const payload = await thePayload()
  const memberId = viewer.member.id
  const now = new Date()
  const [{ kept }, saved, subscription, topics, series] = await Promise.all([
    searchParams,
    listSavedSearches({ payload, memberId }),
    readSubscription({ payload, memberId }),
    theTopicTree(now),
    listSeries(payload),
  ])
  const justKept = saved.find(({ id }) => id === kept)
  return (
    <Page
      title="Saved searches"
      lead="What is new to the searches you keep comes with your Bulletin."
      breadcrumbs={[{ href: '/account', label: 'Your account' }]}
    >
      {justKept ? (
        <div className="mb-6">
          <Notice tone="good">
            <p>“{justKept.name}” is kept.</p>
          </Notice>
        </div>
      ) : null}
      <Standing viewer={viewer} getsBulletin={isReceiving(subscription)} now={now} />
      <SavedSearchList
        searches={saved.map(({ id, name, parameters, isPaused }) => ({
          id,
          name,
          isPaused,
          words: searchInWords(parameters, { topics, series }),
          href: `/briefings?${parameters}`,
        }))}
        empty={<NoneYet />}
      />
    </Page>
  )
}

const NoneYet = () => (
  <EmptyState>
    You keep no search yet. <a href="/briefings">Search the briefings</a>, and choose “Keep this
    search” above what was found.
  </EmptyState>
)

type StandingProps = {
  readonly viewer: Extract<Viewer, { kind: 'member' }>
  readonly getsBulletin: boolean
  readonly now: Date
}

/** Why nobody is told of what these searches find, where that is so. */
function Standing({ viewer, getsBulletin, now }: StandingProps) {
  if (viewer.isActive && getsBulletin) return null
  return (
    <div className="mb-8">
      <Notice tone="warning">
        {viewer.isActive ? (
          <p>
            You do not get the Bulletin, so nothing tells you of new finds.{' '}
            <a href="/account" className="plain-link">
              Choose the Bulletin in your account
            </a>
            .
          </p>
        ) : (
          <p>
            {whyWithoutMembership(standingOf(viewer.member, now))}, so your saved searches rest.
            They are kept, and you can change or delete them.
          </p>
        )}
      </Notice>
    </div>
  )
}
