import { z } from 'zod'

export type EvidenceSettings = {
  /** Whether the worker looks at the links of sources. */
  readonly watch: boolean
  /** What a DOI is appended to, to be looked up; null where it is not. */
  readonly doiLookup: string | null
}

const isWebAddress = (value: string): boolean => /^https?:\/\//.test(value) && URL.canParse(value)

export const evidenceEnvironment = {
  SIGNPOST_EVIDENCE_WATCH: z.enum(['on', 'off']).default('off'),
  SIGNPOST_DOI_LOOKUP: z
    .string()
    .trim()
    .refine(
      (value) => value === '' || isWebAddress(value),
      'must be an address like https://doi.org/',
    )
    .optional(),
}

type Values = z.infer<z.ZodObject<typeof evidenceEnvironment>>

export const evidenceSettings = (values: Values): EvidenceSettings => ({
  watch: values.SIGNPOST_EVIDENCE_WATCH === 'on',
  doiLookup: values.SIGNPOST_DOI_LOOKUP || null,
})
