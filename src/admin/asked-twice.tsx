import { useTakenFocus } from './taken-focus'

type AskedTwiceProps = {
  /** What will happen. */
  readonly words: string
  readonly isBusy: boolean
  readonly onYes: () => void
  readonly onNo: () => void
}

/** What will happen, and a second button for it. The words take the focus, so that they are read out. */
export function AskedTwice({ words, isBusy, onYes, onNo }: AskedTwiceProps) {
  const said = useTakenFocus<HTMLParagraphElement>()
  return (
    <>
      <p ref={said} tabIndex={-1}>
        {words}
      </p>
      <button type="button" disabled={isBusy} onClick={onYes}>
        {isBusy ? 'One moment …' : 'Yes, do it'}
      </button>
      <button type="button" disabled={isBusy} onClick={onNo}>
        Not yet
      </button>
    </>
  )
}
