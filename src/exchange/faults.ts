/** What is wrong, and in which field. The message goes on from the field's name. */
export type Fault = { readonly field: string; readonly message: string }

export type LineFault = Fault & {
  /** Of the file, from 1. */
  readonly line: number
}

export const atLine = (line: number, faults: readonly Fault[]): LineFault[] =>
  faults.map((fault) => ({ line, ...fault }))
