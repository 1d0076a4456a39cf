import { z } from 'zod'

const name = z.object({
  literal: z.string().optional(),
  family: z.string().optional(),
  given: z.string().optional(),
})

const day = z.object({
  'date-parts': z.array(z.array(z.coerce.number().int())).optional(),
})

/**
 * What this project reads and writes of a CSL-JSON record (citation-style-language/schema, csl-data.json).
 * Other fields are let fall.
 */
export const cslRecord = z.object({
  id: z.coerce.string().optional(),
  type: z.string(),
  title: z.string().optional(),
  author: z.array(name).optional(),
  issued: day.optional(),
  accessed: day.optional(),
  publisher: z.string().optional(),
  'container-title': z.string().optional(),
  number: z.coerce.string().optional(),
  abstract: z.string().optional(),
  URL: z.string().optional(),
  DOI: z.string().optional(),
})

export type CslRecord = z.infer<typeof cslRecord>

/** A name as an officer writes it: `Smith, Jane` for a person, the plain name for a body. */
export const toCslName = (written: string): z.infer<typeof name> => {
  const [family = '', given = ''] = written.split(/,\s*(.*)/s)
  return family && given ? { family, given } : { literal: written }
}

export const fromCslName = ({ literal, family, given }: z.infer<typeof name>): string =>
  literal ?? [family, given].filter(Boolean).join(', ')

/** `2026-03-04` as the date-parts of CSL. */
export const toCslDay = (isoDate: string): z.infer<typeof day> => ({
  'date-parts': [isoDate.slice(0, 10).split('-').map(Number)],
})
