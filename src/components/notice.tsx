import type { ReactNode } from 'react'

type Tone = 'good' | 'warning' | 'error' | 'plain'

const TONES: Record<Tone, string> = {
  good: 'border-accent bg-tint',
  warning: 'border-warning bg-raised',
  error: 'border-error bg-raised',
  plain: 'border-edge bg-raised',
}

type NoticeProps = {
  readonly tone?: Tone
  readonly title?: string
  readonly children: ReactNode
}

/** Something the reader should know. Good news and faults are also said aloud. */
export const Notice = ({ tone = 'plain', title, children }: NoticeProps) => (
  <div
    role={tone === 'error' ? 'alert' : tone === 'good' ? 'status' : undefined}
    className={`max-w-measure border-l-4 px-5 py-4 font-sans text-ui ${TONES[tone]}`}
  >
    {title ? <p className="mb-1 font-semibold">{title}</p> : null}
    <div className="space-y-2">{children}</div>
  </div>
)
