import { LongDate } from './date'
import { EmptyState } from './section'

type Line = {
  readonly id: string
  readonly reference: string
  readonly title: string
  readonly url: string
  readonly publishedAt: string
}

type Group = { readonly name: string; readonly anchor: string; readonly lines: readonly Line[] }

type TitleListProps = {
  readonly groups: readonly Group[]
  /** What the jump links lead to, such as letters. */
  readonly label: string
}

const Jumps = ({ groups, label }: TitleListProps) => (
  <nav aria-label={label} className="mb-8 border-y border-rule py-2 font-sans print:hidden">
    <ul className="-ml-1.5 flex flex-wrap gap-x-1">
      {groups.map(({ name, anchor }) => (
        <li key={anchor}>
          <a
            href={`#${anchor}`}
            className="plain-link inline-flex min-h-[36px] min-w-[36px] items-center justify-center px-1.5 font-semibold tabular-nums"
          >
            {name}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)

const Lines = ({ lines }: Pick<Group, 'lines'>) => (
  <ul>
    {lines.map(({ id, reference, title, url, publishedAt }) => (
      <li
        key={id}
        className="break-inside-avoid gap-x-6 border-t border-rule py-2.5 md:flex md:items-baseline md:justify-between"
      >
        <a href={url} className="text-ink no-underline hover:text-accent hover:underline">
          {title}
        </a>
        <span className="flex shrink-0 gap-x-4 font-sans text-sm text-quiet">
          <span className="whitespace-nowrap tabular-nums">{reference}</span>
          <span className="md:w-36 md:text-right">
            <LongDate value={publishedAt} />
          </span>
        </span>
      </li>
    ))}
  </ul>
)

/** Every briefing on one page, in groups to jump to. */
export const TitleList = ({ groups, label }: TitleListProps) =>
  groups.length === 0 ? (
    <EmptyState>No briefing has been published yet.</EmptyState>
  ) : (
    <>
      <Jumps groups={groups} label={label} />
      {groups.map(({ name, anchor, lines }) => (
        <section key={anchor} aria-labelledby={anchor} className="mb-9 lg:flex lg:gap-x-6">
          <h2
            id={anchor}
            className="mb-1 scroll-mt-6 font-serif text-xl font-semibold text-accent lining-nums lg:w-20 lg:shrink-0 lg:border-t lg:border-rule lg:pt-1.5"
          >
            {name}
          </h2>
          <div className="grow">
            <Lines lines={lines} />
          </div>
        </section>
      ))}
    </>
  )
