type PaginationProps = {
  readonly page: number
  readonly pages: number
  readonly previousHref: string | null
  readonly nextHref: string | null
}

const STEP = 'plain-link inline-flex min-h-[44px] items-center font-semibold'

export const Pagination = ({ page, pages, previousHref, nextHref }: PaginationProps) =>
  pages <= 1 ? null : (
    <nav
      aria-label="Pages of results"
      className="flex items-center justify-between gap-4 border-t border-rule pt-4 font-sans text-ui"
    >
      <span className="w-28">
        {previousHref ? (
          <a href={previousHref} rel="prev" className={STEP}>
            Previous
          </a>
        ) : null}
      </span>
      <span className="text-quiet">
        Page {page} of {pages}
      </span>
      <span className="w-28 text-right">
        {nextHref ? (
          <a href={nextHref} rel="next" className={STEP}>
            Next
          </a>
        ) : null}
      </span>
    </nav>
  )
