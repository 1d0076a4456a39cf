import type { WorkingContent } from '@/briefings/working-copies'

export type Keep = {
  readonly document: string
  readonly startedFrom: string | null
  readonly content: WorkingContent
}

export type KeepAnswer =
  | { readonly kind: 'kept'; readonly at: string }
  /** `isFinal` where asking again would be answered the same. */
  | { readonly kind: 'refused'; readonly why: string; readonly isFinal: boolean }

const WHY: Readonly<Record<number, string>> = {
  404: 'you are no longer signed in. Sign in in another window, and this page goes on keeping.',
  413: 'it is too long for that. Save it often.',
}
const NO_ANSWER = 'the service does not answer. This page tries again by itself.'

const post = (asked: object, isLast = false) =>
  fetch('/api/working-copy', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(asked),
    // The browser sends it on even when the page is being left, as long as it is short.
    keepalive: isLast,
  })

/** Asks the service to keep what is typed. Safe to repeat. */
export async function askToKeep(keep: Keep, isLast = false): Promise<KeepAnswer> {
  try {
    const answer = await post({ act: 'keep', ...keep }, isLast)
    const { keptAt, error } = (await answer.json()) as {
      readonly keptAt?: string
      readonly error?: { readonly message?: string }
    }
    if (answer.ok && keptAt) return { kind: 'kept', at: keptAt }
    const why = WHY[answer.status] ?? error?.message ?? NO_ANSWER
    return { kind: 'refused', why, isFinal: answer.status === 409 || answer.status === 400 }
  } catch {
    return { kind: 'refused', why: NO_ANSWER, isFinal: false }
  }
}

/** Asks the service to forget what it kept. Answers whether it did. */
export async function askToDrop(document: string): Promise<boolean> {
  try {
    return (await post({ act: 'drop', document })).ok
  } catch {
    return false
  }
}
