import type { PublicBriefing } from '@/access/to-public-part'
import type { AttachedFile, Change } from '@/briefings/full-briefing'
import { BriefingItem } from '@/components/briefing-item'
import { LongDate } from '@/components/date'
import { Section } from '@/components/section'

/** The sentences that stand alone, in a ruled box: what a reader with one minute takes away. */
export const KeyPoints = ({ points }: { readonly points: readonly string[] }) =>
  points.length === 0 ? null : (
    <section
      aria-labelledby="key-points"
      className="mb-10 border border-edge bg-raised px-5 py-5 sm:px-7"
    >
      <h2 id="key-points" className="font-sans text-ui font-semibold">
        Key points
      </h2>
      <ul className="mt-3 list-disc space-y-3 pl-5 marker:text-accent">
        {points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    </section>
  )

export const Changes = ({ changes }: { readonly changes: readonly Change[] }) =>
  changes.length === 0 ? null : (
    <Section title="What changed" id="what-changed">
      <dl className="max-w-measure space-y-3 text-ui">
        {changes.map(({ date, note, edition }) => (
          <div key={edition} className="sm:grid sm:grid-cols-[10rem_1fr] sm:gap-4">
            <dt className="font-sans text-quiet">
              <LongDate value={date} />
            </dt>
            <dd>{note}</dd>
          </div>
        ))}
      </dl>
    </Section>
  )

const inKilobytes = (bytes: number): string => `${Math.max(1, Math.round(bytes / 1000))} kB`

export const Attachments = ({ files }: { readonly files: readonly AttachedFile[] }) =>
  files.length === 0 ? null : (
    <Section title="Attachments">
      <ul className="space-y-2 font-sans text-ui">
        {files.map(({ id, title, size, kind }) => (
          <li key={id}>
            <a href={`/attachments/${id}`} className="plain-link">
              {title}
            </a>{' '}
            <span className="text-quiet">
              ({[kind, size === null ? null : inKilobytes(size)].filter(Boolean).join(', ')})
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )

export const Related = ({ briefings }: { readonly briefings: readonly PublicBriefing[] }) =>
  briefings.length === 0 ? null : (
    <Section title="Related briefings">
      {briefings.map((briefing) => (
        <BriefingItem key={briefing.id} briefing={briefing} />
      ))}
    </Section>
  )

/** What a reader of this briefing may want next, chosen by the search. Titles and facts only: it stands below a long text. */
export const MoreLikeThis = ({ briefings }: { readonly briefings: readonly PublicBriefing[] }) =>
  briefings.length === 0 ? null : (
    <div className="print:hidden">
      <Section title="More like this">
        <ul>
          {briefings.map(({ id, title, url, publishedAt, readingMinutes }) => (
            <li key={id} className="border-t border-rule py-3 first:border-t-0 first:pt-0">
              <a
                href={url}
                className="font-semibold text-ink no-underline hover:text-accent hover:underline"
              >
                {title}
              </a>
              <p className="mt-0.5 flex gap-x-3 font-sans text-sm text-quiet">
                <LongDate value={publishedAt} />
                <span>{readingMinutes} min read</span>
              </p>
            </li>
          ))}
        </ul>
      </Section>
    </div>
  )
