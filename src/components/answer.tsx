'use client'

import { type ReactNode, useEffect, useRef } from 'react'

type AnswerProps = {
  /** What it answers: another one is another answer. Nothing stands for none. */
  readonly to: unknown
  readonly id?: string
  readonly children: ReactNode
}

/**
 * What came of a press. Takes the focus when it appears, since what was pressed may be gone from the page: so a keyboard
 * goes on from here, and a screen reader reads it.
 */
export function Answer({ to, id, children }: AnswerProps) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (to) box.current?.focus()
  }, [to])
  return (
    <div ref={box} id={id} tabIndex={-1} className="mb-8 max-w-measure empty:mb-0">
      {children}
    </div>
  )
}
