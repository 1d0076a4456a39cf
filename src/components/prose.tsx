import type { ReactNode } from 'react'

/** Long words written in the code itself: the standing pages. Set as what officers write is set. */
export const Prose = ({ children }: { readonly children: ReactNode }) => (
  <div className="prose">{children}</div>
)
