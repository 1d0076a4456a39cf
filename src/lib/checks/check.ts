/** Something about a briefing that its officer should mend, or look at, before readers have it. */
export type Check = {
  /** Stays the same for the same question, wherever it turns up. */
  readonly id: string
  /** A blocking one is wrong for whoever reads it; advice is for a person to weigh. */
  readonly weight: 'blocking' | 'advice'
  /** The field where it is mended. */
  readonly field: string
  /** What is wrong and what to do, in a sentence or two. */
  readonly says: string
  /** Where else than in the briefing it is mended: a path of the admin, and what the way there is called. */
  readonly mend?: { readonly label: string; readonly href: string }
}

export const blocking = (id: string, field: string, says: string): Check => ({
  id,
  weight: 'blocking',
  field,
  says,
})

export const advice = (id: string, field: string, says: string): Check => ({
  id,
  weight: 'advice',
  field,
  says,
})
