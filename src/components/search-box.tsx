import { SuggestingField } from './suggesting-field'

/** The small search field of every page's header: an ordinary form that leads to the archive. */
export const SearchBox = ({
  id,
  className = '',
}: {
  readonly id: string
  readonly className?: string
}) => (
  <form
    action="/briefings"
    role="search"
    className={`site-search flex font-sans text-ui ${className}`}
  >
    <label htmlFor={id} className="sr-only">
      Search briefings
    </label>
    <SuggestingField
      id={id}
      placeholder="Search briefings"
      className="min-h-[44px] w-full min-w-0 rounded-l-sm border border-edge bg-raised px-3 text-ui text-ink placeholder:text-quiet"
    />
    <button
      type="submit"
      className="min-h-[44px] rounded-r-sm border border-l-0 border-edge px-3 text-accent hover:bg-tint"
    >
      <svg
        viewBox="0 0 20 20"
        aria-hidden="true"
        className="size-5 fill-none stroke-current stroke-2"
      >
        <circle cx="8.5" cy="8.5" r="5.5" />
        <path d="m12.8 12.8 5 5" />
      </svg>
      <span className="sr-only">Search</span>
    </button>
  </form>
)
