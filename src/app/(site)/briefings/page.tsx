import type { Metadata } from 'next'
import { LiveArchive } from '@/components/archive/live-archive'
import { Page } from '@/components/page'
import { readSearchParameters } from '@/search/read-search-parameters'
import { answerArchive } from './answer-archive'
import { hrefOf } from './archive-links'
import { archiveTitle } from './view-of-search'

type Args = { searchParams: Promise<Record<string, string | string[] | undefined>> }

async function searchOf({ searchParams }: Args) {
  const entries = Object.entries(await searchParams).flatMap(([name, value]) =>
    [value ?? []].flat().map((one) => [name, one]),
  )
  return readSearchParameters(new URLSearchParams(entries)).request
}

export async function generateMetadata(args: Args): Promise<Metadata> {
  const request = await searchOf(args)
  const isSearch = hrefOf(request) !== '/briefings'
  return {
    title: archiveTitle(request),
    ...(isSearch && { robots: { index: false } }),
  }
}

export default async function Archive(args: Args) {
  const view = await answerArchive(await searchOf(args))
  return (
    <Page title="Briefings" wide>
      <LiveArchive initial={view} />
    </Page>
  )
}
