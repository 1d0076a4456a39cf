'use client'

import { type Ref, useId, useSyncExternalStore } from 'react'
import type { SuggestionGroup } from './suggestions'
import { useSuggestions } from './use-suggestions'

type SuggestingFieldProps = {
  readonly id: string
  readonly className: string
  readonly typed?: string
  readonly placeholder?: string
  readonly describedBy?: string
  /** How many suggestions it offers: fewer where the list would cover what the reader came for. */
  readonly most?: number
  readonly ref?: Ref<HTMLInputElement>
}

const never = () => () => undefined

/** False in the server's markup and until the script runs: without it there is a plain field, and says so. */
const useScript = () =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  )

const said = (count: number): string => {
  if (count === 0) return ''
  return `${count === 1 ? '1 suggestion' : `${count} suggestions`}. Use the up and down arrows.`
}

type OptionsProps = {
  readonly group: SuggestionGroup
  readonly listId: string
  readonly active: number
  readonly chosen: Ref<HTMLAnchorElement>
}

const Options = ({ group: { title, options }, listId, active, chosen }: OptionsProps) => (
  <div role="group" aria-labelledby={`${listId}-${title}`}>
    <div id={`${listId}-${title}`} role="presentation" className="px-4 pt-2 pb-0.5 text-quiet">
      {title}
    </div>
    {options.map(({ label, url, place }) => (
      <a
        key={url}
        id={`${listId}-${place}`}
        ref={place === active ? chosen : undefined}
        href={url}
        role="option"
        aria-selected={place === active}
        tabIndex={-1}
        className={`flex min-h-[36px] items-center px-4 py-1 text-ui text-ink no-underline ${
          place === active ? 'bg-accent text-on-accent' : 'hover:bg-tint'
        }`}
      >
        {label}
      </a>
    ))}
  </div>
)

/**
 * A search field that suggests topics, series and titles while somebody types: a combobox with a list, by the ARIA 1.2
 * pattern. Enter sends the words as typed; the arrows choose a suggestion, Escape closes the list. Without JavaScript it
 * is a plain text field of its form.
 */
export function SuggestingField(props: SuggestingFieldProps) {
  const { id, className, typed, placeholder, describedBy, most = 8, ref } = props
  const hasScript = useScript()
  const listId = useId()
  const { groups, active, count, chosen, close, suggestFor, onKeyDown } = useSuggestions(most)
  const combobox = {
    role: 'combobox',
    autoComplete: 'off',
    'aria-autocomplete': 'list',
    'aria-expanded': count > 0,
    'aria-controls': listId,
    'aria-activedescendant': active >= 0 ? `${listId}-${active}` : undefined,
    onKeyDown,
    onBlur: close,
  } as const
  return (
    <div className="relative min-w-0 grow font-sans text-sm">
      <input
        ref={ref}
        id={id}
        name="q"
        type="text"
        inputMode="search"
        enterKeyHint="search"
        spellCheck={false}
        autoCapitalize="none"
        defaultValue={typed}
        placeholder={placeholder}
        aria-describedby={describedBy}
        className={className}
        {...(hasScript ? combobox : {})}
        onInput={({ currentTarget }) => void suggestFor(currentTarget.value)}
      />
      <div
        id={listId}
        role="listbox"
        aria-label="Suggestions"
        hidden={count === 0}
        onMouseDown={(event) => event.preventDefault()}
        className="absolute inset-x-0 top-full max-w-[44rem] z-20 mt-1 max-h-[70vh] overflow-y-auto rounded-sm border border-edge bg-raised pb-1.5 shadow-lg"
      >
        {groups.map((group) => (
          <Options
            key={group.title}
            group={group}
            listId={listId}
            active={active}
            chosen={chosen}
          />
        ))}
      </div>
      <p role="status" className="sr-only">
        {said(count)}
      </p>
    </div>
  )
}
