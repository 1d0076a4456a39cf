import type { ReactNode } from 'react'
import { Breadcrumbs, type Crumb } from './breadcrumbs'

type PageProps = {
  readonly title: string
  /** A sentence or two under the title. */
  readonly lead?: ReactNode
  /** What kind of page this is, above the title. */
  readonly kicker?: ReactNode
  /** Uses the whole width of the page rather than one column. */
  readonly wide?: boolean
  readonly breadcrumbs?: readonly Crumb[]
  /** The page's path, where readers may report an error in what it says. */
  readonly reportPath?: string
  readonly children: ReactNode
}

/** The one frame of a page's content: where the skip link leads, with the page's only `h1`. */
export const Page = ({
  title,
  lead,
  kicker,
  wide,
  breadcrumbs,
  reportPath,
  children,
}: PageProps) => (
  <main id="content" tabIndex={-1} className="mx-auto w-full max-w-page px-5 pt-7 pb-20 md:pt-10">
    {breadcrumbs ? <Breadcrumbs trail={breadcrumbs} /> : null}
    <header className="mb-8 md:mb-10">
      {kicker ? <div className="mb-2 font-sans text-sm text-quiet">{kicker}</div> : null}
      <h1 className="max-w-[24em] font-serif text-2xl font-semibold tracking-tight md:text-3xl">
        {title}
      </h1>
      {lead ? (
        <div className="mt-3 max-w-[44rem] text-lg text-pretty text-quiet">{lead}</div>
      ) : null}
    </header>
    <div className={wide ? undefined : 'max-w-measure'}>{children}</div>
    {reportPath ? <ReportError path={reportPath} /> : null}
  </main>
)

const ReportError = ({ path }: { readonly path: string }) => (
  <p className="mt-16 border-t border-rule pt-4 font-sans text-sm text-quiet print:hidden">
    Something wrong here?{' '}
    <a href={`/report-error?page=${encodeURIComponent(path)}`} className="plain-link">
      Report an error on this page
    </a>
  </p>
)
