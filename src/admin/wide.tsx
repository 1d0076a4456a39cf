import type { ReactNode } from 'react'

/** A wide table that scrolls by itself, also by keyboard. */
export const Wide = ({
  label,
  children,
}: {
  readonly label: string
  readonly children: ReactNode
}) => (
  <div className="signpost-wide" role="region" aria-label={label} tabIndex={0}>
    {children}
  </div>
)
