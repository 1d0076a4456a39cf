'use client'

import type { KeptWork as Found } from '@/briefings/working-copies'
import { toClock } from '@/lib/london-time'
import { BroughtBack, Offer, ThrownAway } from './kept-work-words'
import { useKeeping } from './use-keeping'
import { useKeptWork } from './use-kept-work'

type Props = {
  /** The briefing's id, or null for one that was never saved. */
  readonly document: string | null
  readonly found: Found | null
}

/** Keeps what is typed, and says so (docs/decisions/033-working-copies.md). */
export function KeptWork({ document, found }: Props) {
  const { name, openedOn, work, bring, throwAway } = useKeptWork(document, found)
  const keeping = useKeeping({ document: name, startedFrom: openedOn })
  return (
    <div className="signpost-kept" role="status">
      {work.kind === 'offered' ? (
        <Offer
          kept={work.kept}
          isNew={document === null}
          onBring={() => void bring(work.kept)}
          onDrop={() => void throwAway(work.kept, null)}
        />
      ) : null}
      {work.kind === 'in-form' ? (
        <BroughtBack
          kept={work.kept}
          isOlder={document !== null && work.kept.startedFrom !== openedOn}
          onUndo={() => void throwAway(work.kept, work.saved)}
        />
      ) : null}
      {work.kind === 'thrown-away' ? <ThrownAway onUndo={() => void bring(work.kept)} /> : null}
      {keeping.kind === 'not-kept' ? (
        <p className="signpost-kept__fault">What you type is not kept: {keeping.why}</p>
      ) : null}
      {keeping.kind === 'kept' ? (
        <p>
          What you type is kept
          <span aria-hidden="true"> ({toClock(keeping.at)})</span>. Nobody else sees it until you
          save.
        </p>
      ) : null}
    </div>
  )
}
