import { Button } from '../button'

type SearchFormProps = {
  readonly text: string
  /** True for readers who search the public part alone. */
  readonly isLocked: boolean
  /** What stays chosen when the words change. */
  readonly kept: readonly (readonly [name: string, value: string])[]
}

/** The archive's own search field: an ordinary form, so that every search has an address. */
export const SearchForm = ({ text, isLocked, kept }: SearchFormProps) => (
  <form action="/briefings" role="search" className="mb-8 font-sans">
    <label htmlFor="archive-search" className="mb-1.5 block text-ui font-semibold">
      Search the briefings
    </label>
    <div className="flex gap-2">
      <input
        id="archive-search"
        name="q"
        type="search"
        defaultValue={text}
        aria-describedby="archive-search-hint"
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
    {kept.map(([name, value]) => (
      <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
    ))}
  </form>
)
