'use client'

import { useEffect, useState } from 'react'

type CitationMarkProps = {
  readonly number: number
  readonly anchor: string
  readonly page: string | null
  /** The reference in plain words, shown while the mark is pointed at or has the focus. */
  readonly reference: string | null
  /** What to know of the source before trusting it: the mark itself shows that there is something. */
  readonly warning: string | null
}

/** True once Escape was pressed while `isShown`; false again when it is shown anew. */
function useDismissal(isShown: boolean): boolean {
  const [isDismissed, setDismissed] = useState(false)
  useEffect(() => {
    if (!isShown) return undefined
    const dismiss = ({ key }: KeyboardEvent) => {
      if (key === 'Escape') setDismissed(true)
    }
    document.addEventListener('keydown', dismiss)
    return () => {
      document.removeEventListener('keydown', dismiss)
      setDismissed(false)
    }
  }, [isShown])
  return isDismissed
}

/**
 * The number of a source in the text. The style sheet shows its reference on hover and focus, so that it needs no
 * script; the script lets Escape close it.
 */
export function CitationMark(props: CitationMarkProps) {
  const { number, anchor, page, reference, warning } = props
  const [isShown, setShown] = useState(false)
  const isDismissed = useDismissal(isShown)
  const preview = `${anchor}-preview`
  const pages = page ? `, page ${page}` : ''
  return (
    <sup
      className="citation"
      data-dismissed={isDismissed || undefined}
      onMouseEnter={() => setShown(true)}
      onMouseLeave={() => setShown(false)}
      onFocus={() => setShown(true)}
      onBlur={() => setShown(false)}
    >
      <a
        id={anchor}
        href={`#source-${number}`}
        aria-label={[`Source ${number}${pages}`, warning].filter(Boolean).join('. ')}
        aria-describedby={reference ? preview : undefined}
      >
        {number}
        {warning ? <span aria-hidden="true">†</span> : null}
      </a>
      {reference ? (
        <span role="tooltip" id={preview} className="citation-preview">
          {reference}
          {pages}
          {warning ? ` ${warning}` : null}
        </span>
      ) : null}
    </sup>
  )
}
