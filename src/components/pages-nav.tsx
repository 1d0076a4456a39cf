type PagesNavProps = {
  readonly path: string
  /** From 1. */
  readonly page: number
  readonly pages: number
}

const hrefOf = (path: string, page: number) => (page === 1 ? path : `${path}?page=${page}`)

/** The way to newer and older pages of a list. */
export const PagesNav = ({ path, page, pages }: PagesNavProps) =>
  pages <= 1 ? null : (
    <nav
      aria-label="Pages"
      className="mt-10 flex flex-wrap items-center gap-x-8 gap-y-2 border-t border-rule pt-4 font-sans text-ui"
    >
      {page > 1 ? (
        <a
          href={hrefOf(path, page - 1)}
          rel="prev"
          className="plain-link inline-flex min-h-[44px] items-center"
        >
          Newer
        </a>
      ) : null}
      <span className="text-quiet">
        Page {page} of {pages}
      </span>
      {page < pages ? (
        <a
          href={hrefOf(path, page + 1)}
          rel="next"
          className="plain-link inline-flex min-h-[44px] items-center"
        >
          Older
        </a>
      ) : null}
    </nav>
  )
