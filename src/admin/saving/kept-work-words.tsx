import type { KeptWork } from '@/briefings/working-copies'
import { toClock, toLongDate } from '@/lib/london-time'

type Kept = { readonly kept: KeptWork }

const Until = ({ kept: { keptAt } }: Kept) => (
  <time dateTime={keptAt}>
    {toClock(keptAt).slice(0, 5)} on {toLongDate(keptAt)}
  </time>
)

type ButtonProps = { readonly says: string; readonly onPress: () => void }

const Button = ({ says, onPress }: ButtonProps) => (
  <button type="button" onClick={onPress}>
    {says}
  </button>
)

type OfferProps = Kept & {
  readonly isNew: boolean
  readonly onBring: () => void
  readonly onDrop: () => void
}

export const Offer = ({ kept, isNew, onBring, onDrop }: OfferProps) => (
  <div className="signpost-kept__work">
    {isNew ? (
      <p>
        You began a briefing{kept.title ? `, “${kept.title}”,` : ''} and did not save it. We have
        what you wrote until <Until kept={kept} />.
      </p>
    ) : (
      <p>
        You wrote something here until <Until kept={kept} /> and did not save it. The briefing was
        saved since, so that the form shows the newer text.
      </p>
    )}
    <Button says={isNew ? 'Go on with it' : 'Bring mine into the form'} onPress={onBring} />
    <Button says={isNew ? 'Throw it away' : 'Throw mine away'} onPress={onDrop} />
  </div>
)

type BroughtBackProps = Kept & { readonly isOlder: boolean; readonly onUndo: () => void }

export const BroughtBack = ({ kept, isOlder, onUndo }: BroughtBackProps) => (
  <div className="signpost-kept__work">
    <p>
      The form shows what you wrote until <Until kept={kept} /> and did not save.
      {isOlder ? ' Saving it replaces the text that was saved since.' : ''}
    </p>
    <Button says="Go back to what was saved" onPress={onUndo} />
  </div>
)

export const ThrownAway = ({ onUndo }: { readonly onUndo: () => void }) => (
  <div className="signpost-kept__work">
    <p>What you had not saved is thrown away.</p>
    <Button says="Undo" onPress={onUndo} />
  </div>
)
