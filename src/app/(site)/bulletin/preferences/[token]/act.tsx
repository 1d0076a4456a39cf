import type { ReactNode } from 'react'
import type { PreferenceAct } from '@/bulletin/wording'
import { Button } from '@/components/button'

type ActProps = {
  readonly token: string
  readonly act: PreferenceAct
  readonly label?: string
  /** In place of a button that says `label`. */
  readonly button?: ReactNode
  readonly kind?: 'primary' | 'quiet' | 'danger'
  readonly children?: ReactNode
}

/**
 * A button of the preference page, with what its form sends. A plain form to an address of its own: the page is sent with
 * `Referrer-Policy: no-referrer`, under which browsers send no origin, and Next's own actions refuse that.
 */
export const Act = ({ token, act, label, button, kind = 'quiet', children }: ActProps) => (
  <form action={`/bulletin/preferences/${encodeURIComponent(token)}/change`} method="post">
    <input type="hidden" name="act" value={act} />
    {children}
    {button ?? <Button kind={kind}>{label}</Button>}
  </form>
)
