'use client'

import { MenuOption } from '@payloadcms/richtext-lexical/lexical/react/LexicalTypeaheadMenuPlugin'
import { useEffect, useLayoutEffect, useRef } from 'react'
import type { CitableSource } from '@/sources/typed-citation'
import type { FoundSources } from './use-found-sources'

export class SourceOption extends MenuOption {
  constructor(readonly source: CitableSource) {
    super(source.id)
  }
}

/** What stands below the list and is said of it: how much was found, and what can be done now. */
export function stateInWords(
  state: FoundSources['state'],
  count: number,
  page: string | null,
): string {
  if (state === 'fault') return 'The sources do not answer. Go on typing to try again.'
  if (count === 0) {
    return state === 'looking'
      ? 'Looking for sources…'
      : 'No source has these words. Add it under Sources first.'
  }
  const found = `${count} source${count === 1 ? '' : 's'}.`
  return page
    ? `${found} Enter cites page ${page}.`
    : `${found} Enter cites; “p. 12” at the end gives a page.`
}

const factsOf = ({ authors, year, publisher }: CitableSource): string =>
  [authors?.join('; '), year, publisher].filter(Boolean).join(' · ')

/** The id of the element that names the list. */
export const NAME_OF_LIST = 'signpost-citing-name'

// The editor's menu finds its rows, and tells which is chosen, by these ids.
const idOfRow = (index: number) => `typeahead-item-${index}`

type SourceListProps = {
  readonly options: readonly SourceOption[]
  readonly selectedIndex: number | null
  readonly selectOptionAndCleanUp: (option: SourceOption) => void
  readonly setHighlightedIndex: (index: number) => void
  readonly root: HTMLElement | null
  readonly cited: readonly string[]
  readonly says: string
}

/** The rows of the menu. Its frame, a `listbox`, is the editor's. */
export function SourceList({ options, selectedIndex, root, ...rest }: SourceListProps) {
  const popup = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // The editor names its menus anew at each opening: this goes before that name.
    popup.current?.parentElement?.setAttribute('aria-labelledby', NAME_OF_LIST)
  }, [])
  useEffect(() => {
    if (selectedIndex === null || options.length === 0) return undefined
    root?.setAttribute('aria-activedescendant', idOfRow(selectedIndex))
    return () => root?.removeAttribute('aria-activedescendant')
  }, [root, selectedIndex, options.length])
  useLayoutEffect(() => {
    // The menu is placed anew when the window changes; a list that grew needs that too.
    window.dispatchEvent(new Event('resize'))
  }, [options.length])
  return (
    <div
      ref={popup}
      role="presentation"
      className="signpost-citing__popup"
      onMouseDown={(event) => {
        // The caret stays where the citation goes.
        event.preventDefault()
      }}
    >
      {options.map((option, index) => (
        <div
          key={option.key}
          id={idOfRow(index)}
          ref={(element) => {
            option.setRefElement(element)
          }}
          role="option"
          aria-selected={selectedIndex === index}
          className="signpost-citing__row"
          onMouseMove={() => {
            rest.setHighlightedIndex(index)
          }}
          onClick={() => {
            rest.selectOptionAndCleanUp(option)
          }}
        >
          <Row source={option.source} number={rest.cited.indexOf(option.source.id) + 1} />
        </div>
      ))}
      <p aria-hidden="true" className="signpost-citing__says">
        {rest.says}
      </p>
    </div>
  )
}

const Row = ({ source, number }: { readonly source: CitableSource; readonly number: number }) => (
  <>
    <span className="signpost-citing__title">{source.title}</span>
    <span className="signpost-citing__facts">
      {number > 0 ? <span className="signpost-citing__number">Cited as {number}</span> : null}{' '}
      {factsOf(source)}
    </span>
  </>
)
