import { anchorsCiting, type Citations } from '@/lib/lexical/citations'
import { toLongDate } from '@/lib/london-time'
import { isSafeHref } from '@/lib/safe-href'
import type { Source } from '@/payload-types'

type ReferencesProps = { readonly sources: readonly Source[]; readonly citations: Citations }

function addressOf({ doi, url }: Source): { href: string; label: string } | null {
  if (doi) return { href: `https://doi.org/${doi}`, label: `doi:${doi}` }
  if (!url || !isSafeHref(url)) return null
  return { href: url, label: new URL(url).hostname.replace(/^www\./, '') }
}

/** Who wrote it: named authors, else the body that published it. */
const writtenBy = ({ authors, publisher }: Source): string =>
  authors && authors.length > 0 ? authors.join(', ') : (publisher ?? '')

function Reference({ source }: { readonly source: Source }) {
  const address = addressOf(source)
  const by = writtenBy(source)
  return (
    <>
      {by} {source.year ? `(${source.year}). ` : null}
      <cite>{source.title}</cite>.{' '}
      {source.publisher && source.publisher !== by ? `${source.publisher}. ` : null}
      {address ? (
        <a href={address.href} className="plain-link">
          {address.label}
        </a>
      ) : null}
      {source.accessed ? ` (read ${toLongDate(source.accessed)})` : null}
    </>
  )
}

/** The numbered sources of a page, each with a way back to where the text cites it. */
export const References = ({ sources, citations }: ReferencesProps) => (
  <ol className="max-w-measure font-sans text-ui">
    {sources.map((source, index) => (
      <li
        key={source.id}
        id={`source-${index + 1}`}
        className="grid grid-cols-[2rem_1fr] border-t border-rule py-2.5 first:border-t-0"
      >
        <span className="text-quiet" aria-hidden="true">
          {index + 1}
        </span>
        <span>
          <Reference source={source} />
          <span className="ml-1 whitespace-nowrap print:hidden">
            {anchorsCiting(citations, index + 1).map((anchor, use) => (
              <a
                key={anchor}
                href={`#${anchor}`}
                aria-label={`Back to the text, use ${use + 1} of source ${index + 1}`}
                className="inline-block min-w-6 text-center text-accent no-underline hover:underline"
              >
                ↑
              </a>
            ))}
          </span>
        </span>
      </li>
    ))}
  </ol>
)
