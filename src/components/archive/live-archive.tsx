'use client'

import type { MouseEvent, ReactNode, SubmitEvent } from 'react'
import { Notice } from '../notice'
import { searchOfClick, searchOfForm } from './archive-addresses'
import type { ArchiveView } from './archive-view'
import { Chips } from './chips'
import { FacetColumn, FacetDrawer } from './facets'
import { FullerLists } from './fuller-lists'
import { NothingFound } from './nothing-found'
import { Pagination } from './pagination'
import { Result } from './result'
import { ResultLine } from './result-line'
import { SaidAbout } from './said-about'
import { SearchForm } from './search-form'
import { ShownSearch } from './shown-search'
import { useLiveArchive } from './use-live-archive'
import { useToldSearches } from './use-told-searches'

const Failed = ({ href }: { readonly href: string }) => (
  <div role="alert" className="mb-6">
    <Notice tone="warning" title="The search did not answer">
      <p>
        What you see is your last search.{' '}
        <a href={href} target="_self" className="plain-link">
          Try again
        </a>
      </p>
    </Notice>
  </div>
)

type ResultsProps = { readonly view: ArchiveView; readonly isBusy: boolean }

const Results = ({ view, isBusy }: ResultsProps) => (
  <div
    aria-busy={isBusy}
    className={`transition-opacity duration-200 ${isBusy ? 'opacity-60' : ''}`}
  >
    <SaidAbout notice={view.notice} suggestion={view.suggestion} />
    {view.results.map((result) => (
      <Result key={result.id} result={result} />
    ))}
    {view.nothingFound ? <NothingFound {...view.nothingFound} /> : null}
    <Pagination {...view} />
  </div>
)

type LiveArchiveProps = {
  readonly initial: ArchiveView
  /** Stands beside a search that narrows the archive; a form in it may use `ShownSearchField`. */
  readonly aboutSearch?: ReactNode
}

/**
 * The archive page. The server renders it whole, and without JavaScript its links and forms lead to new pages; with it
 * they answer in place, and the results follow what is typed.
 */
export function LiveArchive({ initial, aboutSearch }: LiveArchiveProps) {
  const { view, progress, wanted, said, field, ask } = useLiveArchive(initial)
  useToldSearches(view)
  const isBusy = progress === 'busy'

  const followClick = (event: MouseEvent<HTMLElement>) => {
    const link = (event.target as Element).closest('a')
    const search = searchOfClick(event, link)
    if (search === null) return
    event.preventDefault()
    const isStep = link?.rel === 'next' || link?.rel === 'prev'
    void ask(search, isStep ? 'page' : 'choice', link?.dataset.place)
  }
  const followForm = (event: SubmitEvent<HTMLElement>) => {
    const search = searchOfForm(event.target)
    if (search === null) return
    event.preventDefault()
    void ask(search, 'choice')
  }

  return (
    <ShownSearch value={view.href.split('?')[1] ?? ''}>
      <div onClick={followClick} onSubmit={followForm} data-search={view.searchKey ?? undefined}>
        <SearchForm
          text={initial.text}
          isLocked={view.isLocked}
          kept={view.kept}
          field={field}
          onTyped={(form) => void ask(searchOfForm(form) ?? '', 'typing')}
        />
        <div className="lg:grid lg:grid-cols-[minmax(0,1fr)_16rem] lg:gap-x-14">
          <div>
            <FacetDrawer {...view.facets} />
            <Chips chips={view.chips} clearHref={view.clearHref} />
            {progress === 'failed' ? <Failed href={wanted} /> : null}
            {view.notice === 'engine-unavailable' ? null : <ResultLine {...view} isBusy={isBusy} />}
            {aboutSearch ? <div hidden={!view.isSearch}>{aboutSearch}</div> : null}
            <Results view={view} isBusy={isBusy} />
            <FullerLists />
          </div>
          <FacetColumn {...view.facets} />
        </div>
        <p role="status" className="sr-only">
          {said}
        </p>
      </div>
    </ShownSearch>
  )
}
