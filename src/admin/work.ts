/** One thing that waits for somebody. */
export type Task = { readonly label: string; readonly href: string; readonly note: string }

/** A list of them, and what to say when there are none. */
export type Work = {
  readonly title: string
  readonly tasks: readonly Task[]
  readonly whenEmpty: string
}
