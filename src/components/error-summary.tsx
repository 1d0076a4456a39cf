'use client'

import { useEffect, useRef } from 'react'

type ErrorSummaryProps = {
  readonly faults: Readonly<Record<string, string>>
  /** The label of each field, by its name. A fault with no label is about the whole form. */
  readonly labels: Readonly<Record<string, string>>
}

/** What to mend, on top of the form, each fault a link to its field. Takes the focus when it appears, and the title says so. */
export function ErrorSummary({ faults, labels }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null)
  const entries = Object.entries(faults)
  useEffect(() => {
    if (entries.length === 0) return
    box.current?.focus()
    const title = document.title
    document.title = `Error: ${title}`
    return () => {
      if (document.title === `Error: ${title}`) document.title = title
    }
  }, [faults, entries.length])
  if (entries.length === 0) return null
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      className="mb-8 max-w-measure border-2 border-error px-5 py-4 font-sans text-ui"
    >
      <h2 className="mb-2 font-semibold">There is something to mend</h2>
      <ul className="space-y-1">
        {entries.map(([name, message]) => (
          <li key={name}>
            {labels[name] ? (
              <a href={`#${name}`} className="font-semibold text-error underline">
                {message}
              </a>
            ) : (
              <span className="font-semibold text-error">{message}</span>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
