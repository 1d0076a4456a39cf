import type { Superseded } from '@/briefings/read-briefing'
import { Notice } from '@/components/notice'

/** Above a briefing that another has taken the place of: why, and which. */
export const SupersededNotice = ({ superseded }: { readonly superseded: Superseded }) => (
  <Notice tone="warning" title="This briefing has been superseded">
    <p>{superseded.reason}</p>
    {superseded.replacedBy ? (
      <p>
        Read instead: <a href={superseded.replacedBy.url}>{superseded.replacedBy.title}</a>
      </p>
    ) : null}
  </Notice>
)
