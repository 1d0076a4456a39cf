import type { Metadata } from 'next'
import { thePayload } from '@/app/payload'
import { theTopicTree } from '@/app/topic-tree'
import { listSeries } from '@/briefings/read-series'
import { ButtonLink } from '@/components/button'
import { Page } from '@/components/page'
import { EmptyState } from '@/components/section'
import { canonicalSearch } from '@/reading/canonical-search'
import { savedSearchOf } from '@/reading/saved-searches'
import { signedInMember } from '../../signed-in-member'
import { nameFor, searchInWords } from '../search-in-words'
import { KeepForm } from './keep-form'

export const metadata: Metadata = { title: 'Keep a search', robots: { index: false } }

type Args = { readonly searchParams: Promise<Record<string, string | string[] | undefined>> }

const TRAIL = [
  { href: '/account', label: 'Your account' },
  { href: '/account/saved-searches', label: 'Saved searches' },
]

export default async function KeepSearchPage({ searchParams }: Args) {
  const { search } = await searchParams
  const parameters = canonicalSearch(typeof search === 'string' ? search : '')
  const path = `/account/saved-searches/new?search=${encodeURIComponent(parameters)}`
  const { member } = await signedInMember(path)
  if (parameters === '') return <NothingToKeep />
  const payload = await thePayload()
  const [before, topics, series] = await Promise.all([
    savedSearchOf({ payload, memberId: member.id }, parameters),
    theTopicTree(new Date()),
    listSeries(payload),
  ])
  const words = searchInWords(parameters, { topics, series })
  if (before) {
    return (
      <Page title="You keep this search already" breadcrumbs={TRAIL} lead={words}>
        <p className="mb-6">It is called “{before.name}”.</p>
        <ButtonLink href="/account/saved-searches">See your saved searches</ButtonLink>
      </Page>
    )
  }
  return (
    <Page title="Keep this search" breadcrumbs={TRAIL} lead={words}>
      <KeepForm search={parameters} name={nameFor(parameters, { topics, series })} />
    </Page>
  )
}

const NothingToKeep = () => (
  <Page title="Keep a search" breadcrumbs={TRAIL}>
    <EmptyState>
      There is nothing to keep yet. <a href="/briefings">Search for something</a>, or choose a
      filter, and then keep it.
    </EmptyState>
  </Page>
)
