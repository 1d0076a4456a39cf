import type { Ref } from 'react'
import { Button } from '../button'
import { SuggestingField } from '../suggesting-field'
import type { Kept } from './archive-view'
import { KeptFields } from './kept-fields'

type SearchFormProps = {
  readonly text: string
  /** True for readers who search the public part alone. */
  readonly isLocked: boolean
  /** What stays chosen when the words change. */
  readonly kept: Kept
  readonly field: Ref<HTMLInputElement>
  readonly onTyped: (form: HTMLFormElement) => void
}

const FIELD = 'archive-search'

/** The archive's own search field: an ordinary form, so that every search has an address. */
export const SearchForm = ({ text, isLocked, kept, field, onTyped }: SearchFormProps) => (
  <form
    action="/briefings"
    role="search"
    className="mb-8 font-sans print:hidden"
    onInput={({ currentTarget }) => onTyped(currentTarget)}
  >
    <label htmlFor={FIELD} className="mb-1.5 block text-ui font-semibold">
      Search the briefings
    </label>
    <div className="flex gap-2">
      <SuggestingField
        ref={field}
        id={FIELD}
        typed={text}
        most={5}
        describedBy="archive-search-hint"
        className="min-h-[52px] w-full min-w-0 rounded-sm border border-edge bg-raised px-4 text-lg text-ink"
      />
      <Button className="px-6">Search</Button>
    </div>
    <p id="archive-search-hint" className="mt-1.5 text-sm text-quiet">
      Put a phrase in “quotation marks”, and a minus before a word to leave it out.
      {isLocked ? (
        <>
          {' '}
          You are searching titles, summaries and topics.{' '}
          <a href="/join" className="plain-link">
            Members search every word
          </a>
          .
        </>
      ) : null}
    </p>
    <KeptFields kept={kept} />
  </form>
)
