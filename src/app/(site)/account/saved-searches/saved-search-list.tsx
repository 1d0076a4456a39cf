'use client'

import { type ReactNode, useActionState, useEffect, useRef } from 'react'
import { Button } from '@/components/button'
import { Notice } from '@/components/notice'
import { changeSearches, type Deleted, type SearchesState } from './actions'

export type ShownSearch = {
  readonly id: string
  readonly name: string
  /** What it asks for, as one would say it. */
  readonly words: string
  readonly href: string
  readonly isPaused: boolean
}

type Change = (form: FormData) => void

type SavedSearchListProps = {
  readonly searches: readonly ShownSearch[]
  /** Stands where there are none. */
  readonly empty: ReactNode
}

export function SavedSearchList({ searches, empty }: SavedSearchListProps) {
  const start: SearchesState = {}
  const [state, change, isBusy] = useActionState(changeSearches, start)
  const said = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (state.said ?? state.fault) said.current?.focus()
  }, [state])
  return (
    <>
      <div ref={said} tabIndex={-1}>
        <Said {...state} change={change} />
      </div>
      {searches.length === 0 ? (
        empty
      ) : (
        <ul>
          {searches.map((search) => (
            <li key={search.id} className="border-t border-rule py-6">
              <SavedSearch search={search} change={change} isBusy={isBusy} />
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

function Said({ said, fault, deleted, change }: SearchesState & { readonly change: Change }) {
  if (!said && !fault) return null
  return (
    <div className="mb-6">
      <Notice tone={fault ? 'error' : 'good'}>
        <p>{fault ?? said}</p>
        {deleted ? <Undo deleted={deleted} change={change} /> : null}
      </Notice>
    </div>
  )
}

const Undo = ({ deleted, change }: { readonly deleted: Deleted; readonly change: Change }) => (
  <form action={change}>
    <input type="hidden" name="name" value={deleted.name} />
    <input type="hidden" name="parameters" value={deleted.parameters} />
    <input type="hidden" name="since" value={deleted.since} />
    <input type="hidden" name="paused" value={deleted.isPaused ? 'yes' : ''} />
    <Button kind="quiet" name="do" value="restore">
      Undo
    </Button>
  </form>
)

type SavedSearchProps = {
  readonly search: ShownSearch
  readonly change: Change
  readonly isBusy: boolean
}

const About = ({ name }: { readonly name: string }) => <span className="sr-only"> “{name}”</span>

const SavedSearch = ({ search, change, isBusy }: SavedSearchProps) => {
  const { id, name, words, href, isPaused } = search
  return (
    <>
      <h2 className="font-serif text-lg leading-snug font-semibold wrap-anywhere">
        <a href={href} className="text-ink no-underline hover:text-accent hover:underline">
          {name}
        </a>
      </h2>
      <p className="mt-1 font-sans text-ui text-quiet wrap-anywhere">
        {isPaused ? <strong className="text-ink">Paused · </strong> : null}
        {words}
      </p>
      <form action={change} className="mt-3 flex flex-wrap gap-3">
        <input type="hidden" name="id" value={id} />
        <Button kind="quiet" name="do" value={isPaused ? 'resume' : 'pause'} disabled={isBusy}>
          {isPaused ? 'Resume' : 'Pause'}
          <About name={name} />
        </Button>
        <Button kind="quiet" name="do" value="delete" disabled={isBusy}>
          Delete
          <About name={name} />
        </Button>
      </form>
      <details className="mt-2 font-sans text-ui" key={name}>
        <summary className="inline-flex min-h-[44px] items-center font-semibold text-accent">
          Rename
          <About name={name} />
        </summary>
        <form action={change} className="mt-1 flex flex-wrap items-end gap-3">
          <input type="hidden" name="id" value={id} />
          <label className="grow">
            <span className="mb-1 block font-semibold">New name</span>
            <input
              name="name"
              defaultValue={name}
              autoComplete="off"
              className="min-h-[44px] w-full rounded-sm border border-edge bg-raised px-3 py-2 text-base text-ink"
            />
          </label>
          <Button kind="quiet" name="do" value="rename" disabled={isBusy}>
            Save the name
          </Button>
        </form>
      </details>
    </>
  )
}
