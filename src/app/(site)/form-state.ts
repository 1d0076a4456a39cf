/** What a form shows after it was sent: what to mend by field, and what was typed. A fault named `form` is about all of it. */
export type FormState = {
  readonly faults: Readonly<Record<string, string>>
  readonly values: Readonly<Record<string, string>>
  /** What was done, in a sentence. */
  readonly said?: string
  /** The address a mail goes to, shown in place of the form so that a slip in it is seen. */
  readonly sentTo?: string
}

export const untouched: FormState = { faults: {}, values: {} }

/** The text of a field; empty where there is none, or a file in its place. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}
