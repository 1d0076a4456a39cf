import type { Metadata } from 'next'
import { rememberOpened } from '@/app/search-log'
import { currentViewer } from '@/app/viewer'
import { LiveArchive } from '@/components/archive/live-archive'
import { Page } from '@/components/page'
import { readSearchParameters } from '@/search/read-search-parameters'
import { answerArchive } from './answer-archive'
import { hrefOf } from './archive-links'
import { KeepSearch } from './keep-search'
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
  const request = await searchOf(args)
  const view = await answerArchive(request)
  const isAnswered = view.notice !== 'engine-unavailable'
  const searched = { request, total: view.total, viewer: await currentViewer() }
  const searchKey = isAnswered ? await rememberOpened(searched) : null
  return (
    <Page title="Briefings" wide>
      <LiveArchive
        initial={{ ...view, searchKey }}
        aboutSearch={<KeepSearch viewer={searched.viewer} />}
      />
    </Page>
  )
}
