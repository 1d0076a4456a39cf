import type { Metadata } from 'next'
import { thePayload } from '@/app/payload'
import { theSearchEngine } from '@/app/search'
import { currentViewer } from '@/app/viewer'
import { readsMemberText } from '@/access/viewer'
import { Chips } from '@/components/archive/chips'
import { FacetColumn, FacetDrawer } from '@/components/archive/facets'
import { NothingFound } from '@/components/archive/nothing-found'
import { Pagination } from '@/components/archive/pagination'
import { Result } from '@/components/archive/result'
import { ResultLine } from '@/components/archive/result-line'
import { SaidAbout } from '@/components/archive/said-about'
import { SearchForm } from '@/components/archive/search-form'
import { Page } from '@/components/page'
import { answerSearch } from '@/search/answer-search'
import { readSearchParameters } from '@/search/read-search-parameters'
import {
  chipsOf,
  facetGroups,
  hrefOf,
  keptBy,
  sortLinks,
  suggestionLink,
  unfiltered,
} from './archive-links'

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
    title: request.query.text ? `“${request.query.text}” in briefings` : 'Briefings',
    ...(isSearch && { robots: { index: false } }),
  }
}

export default async function Archive(args: Args) {
  const request = await searchOf(args)
  const viewer = await currentViewer()
  const results = await answerSearch({
    payload: await thePayload(),
    engine: theSearchEngine(),
    viewer,
    request,
    now: new Date(),
  })
  const { hits, pages, total } = results
  const { text } = request.query
  const chips = chipsOf(request, results.facets)
  const facets = {
    groups: facetGroups(request, results.facets),
    dates: { from: request.from, to: request.to, kept: keptBy(request, ['from', 'to']) },
  }
  const isLocked = !readsMemberText(viewer)
  const isAnswered = results.notice !== 'engine-unavailable'

  return (
    <Page title="Briefings" wide>
      <SearchForm text={text} isLocked={isLocked} kept={keptBy(request, ['q'])} />
      <div className="lg:grid lg:grid-cols-[minmax(0,1fr)_16rem] lg:gap-x-14">
        <div>
          <FacetDrawer {...facets} />
          <Chips chips={chips} clearHref={unfiltered(request)} />
          {isAnswered ? <ResultLine {...results} text={text} sorts={sortLinks(request)} /> : null}
          <SaidAbout
            notice={results.notice}
            suggestion={suggestionLink(request, results.suggestion)}
          />
          {hits.map((hit) => (
            <Result key={hit.briefing.id} {...hit} />
          ))}
          {total === 0 && isAnswered ? (
            <NothingFound
              hasFilters={chips.length > 0}
              clearHref={unfiltered(request)}
              isLocked={isLocked}
            />
          ) : null}
          <Pagination
            page={request.page}
            pages={pages}
            previousHref={request.page > 1 ? hrefOf(request, { page: request.page - 1 }) : null}
            nextHref={request.page < pages ? hrefOf(request, { page: request.page + 1 }) : null}
          />
        </div>
        <FacetColumn {...facets} />
      </div>
    </Page>
  )
}
