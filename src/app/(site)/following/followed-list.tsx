import type { ReactNode } from 'react'
import type { FollowedThing } from '@/bulletin/list-followed'
import { LET_GO } from '@/bulletin/wording'
import { Button } from '@/components/button'

type FollowedListProps = {
  readonly things: readonly FollowedThing[]
  /** The form around a thing's button. */
  readonly formFor: (thing: FollowedThing, button: ReactNode) => ReactNode
}

const KIND = { series: 'Series', briefing: 'Updates to a briefing' }

/** What somebody follows beside topics, each with a button to let go of it. */
export function FollowedList({ things, formFor }: FollowedListProps) {
  if (things.length === 0) {
    return (
      <p className="font-sans text-ui text-quiet">
        Nothing yet. A series and a briefing each have a button for it on their page.
      </p>
    )
  }
  return (
    <ul className="divide-y divide-rule border-y border-rule font-sans text-ui">
      {things.map((thing) => (
        <li
          key={`${thing.kind}/${thing.id}`}
          className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3"
        >
          <span className="min-w-0">
            <span className="block text-sm text-quiet">{KIND[thing.kind]}</span>
            {thing.url ? (
              <a href={thing.url} className="plain-link">
                {thing.name}
              </a>
            ) : (
              thing.name
            )}
          </span>
          {formFor(
            thing,
            <Button kind="quiet">
              {LET_GO}
              <span className="sr-only"> {thing.name}</span>
            </Button>,
          )}
        </li>
      ))}
    </ul>
  )
}
