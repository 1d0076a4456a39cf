import type { NamedLink } from '@/access/to-public-part'

export const TopicLink = ({ topic }: { readonly topic: NamedLink }) => (
  <a
    href={`/topics/${topic.slug}`}
    className="inline-block py-0.5 font-semibold text-accent no-underline hover:underline"
  >
    {topic.name}
  </a>
)

/** Topics on one line, apart by a middle dot that screen readers skip. */
export const TopicLine = ({ topics }: { readonly topics: readonly NamedLink[] }) =>
  topics.length === 0 ? null : (
    <ul className="flex flex-wrap gap-x-2 font-sans text-sm" aria-label="Topics">
      {topics.map((topic, index) => (
        <li key={topic.slug} className="flex gap-2">
          {index > 0 ? (
            <span aria-hidden="true" className="py-0.5 text-quiet">
              ·
            </span>
          ) : null}
          <TopicLink topic={topic} />
        </li>
      ))}
    </ul>
  )
