import { z } from 'zod'
import { toFormerAddress } from '@/lib/former-address'
import { isSafeHref } from '@/lib/safe-href'
import { toSlug } from '@/lib/slug'
import type { Fault } from './faults'

/** The shape of one line of a briefings file. Its limits are those of the collections. */

const or = (what: string) => ({
  error: (issue: { readonly input?: unknown }) =>
    issue.input === undefined ? 'is missing' : `should be ${what}`,
})

/** NUL and halves of characters: no database keeps them as they are. */
const isStorable = (value: string) => !/[\u0000\p{Surrogate}]/u.test(value)

const words = (longest: number) =>
  z
    .string(or('text'))
    .refine((value) => value.trim() !== '', 'is empty')
    .max(longest, `is longer than ${longest} characters`)
    .refine(isStorable, 'holds a character that is no text')

/** From other systems an empty text means that there is none. */
const optionalWords = (longest: number) =>
  z.preprocess(
    (value) => (typeof value === 'string' && value.trim() === '' ? null : value),
    words(longest).nullish(),
  )

const trimmed = (value: string | null | undefined) => value?.trim() ?? value

const list = <T>(of: z.ZodType<T>) => z.array(of, or('a list')).nullish()

/** A day, or a moment; without an offset it is taken as UTC. */
const moment = z
  .union([z.iso.date(), z.iso.datetime({ offset: true, local: true })], or('an ISO date'))
  .transform((value) => {
    const isLocal = value.includes('T') && !/(Z|[+-]\d{2}:\d{2})$/.test(value)
    return new Date(isLocal ? `${value}Z` : value).toISOString()
  })

const oneOf = <const T extends readonly string[]>(values: T) =>
  z.enum(values, or(`one of ${values.join(', ')}`))

const isWebAddress = (value: string) => isSafeHref(value) && /^https?:/.test(value)

const source = z.strictObject(
  {
    title: words(400),
    publisher: optionalWords(200),
    authors: list(words(400)),
    year: z.int(or('a year')).min(1500, 'is before 1500').max(2100, 'is after 2100').nullish(),
    url: optionalWords(2000).refine(
      (value) => !value || isWebAddress(value),
      'should be an address that begins with http:// or https://',
    ),
    doi: optionalWords(400)
      .transform((value) => value?.replace(/^(https?:\/\/(dx\.)?doi\.org\/|doi:\s*)/i, ''))
      .refine(
        (value) => !value || /^10\.\d{4,9}\/\S+$/.test(value),
        'should look like 10.1000/182',
      ),
    type: oneOf([
      'evaluation',
      'statistics',
      'guidance',
      'legislation',
      'case-study',
      'research',
      'opinion',
      'news',
    ]).nullish(),
    archivedUrl: optionalWords(2000).refine(
      (value) => !value || isWebAddress(value),
      'should be an address that begins with http:// or https://',
    ),
    geography: optionalWords(200),
    standing: oneOf(['current', 'superseded', 'withdrawn']).nullish(),
    note: optionalWords(2000),
    accessed: moment.nullish(),
    get replacedBy() {
      return source.nullish()
    },
  },
  or('a source with a title'),
)

const change = z.strictObject(
  {
    date: moment,
    note: words(4000),
    edition: z.int(or('a whole number')).min(1, 'is below 1').max(10_000, 'is above 10000'),
  },
  or('a change with date, note and edition'),
)

const file = z.union(
  [
    words(400).transform((path) => ({ path })),
    z.strictObject({
      path: words(400),
      title: optionalWords(200),
      sha256: z
        .string()
        .regex(/^[0-9a-f]{64}$/, 'should be 64 hexadecimal digits')
        .nullish(),
    }),
  ],
  or('a path, or { path, title, sha256 }'),
)

const oldUrl = words(2000).transform((value, context) => {
  const path = toFormerAddress(value)
  if (path !== null) return path
  context.addIssue({
    code: 'custom',
    message: 'should be an address or a path, such as /reports/2018/031',
  })
  return z.NEVER
})

const lineFields = z.strictObject({
  reference: optionalWords(40).transform(trimmed),
  slug: optionalWords(80)
    .refine((value) => !value || toSlug(value) !== '', 'has neither letters nor digits')
    .transform((value) => (value ? toSlug(value) : value)),
  title: words(200).transform((value) => value.trim()),
  summary: optionalWords(1000).transform(trimmed),
  body: z.union([z.string(), z.looseObject({})], or('text')),
  bodyFormat: oneOf(['markdown', 'html', 'lexical']).nullish(),
  keyPoints: list(words(600)),
  type: oneOf(['briefing', 'case-study', 'update']).nullish(),
  series: optionalWords(120),
  topics: list(words(400)),
  nations: list(oneOf(['england', 'scotland', 'wales', 'northern-ireland'])),
  authors: list(words(120)),
  publishedAt: moment.nullish(),
  updatedAt: moment.nullish(),
  status: oneOf(['published', 'draft']).nullish(),
  changes: list(change),
  reviewBy: moment.nullish(),
  related: list(words(40)),
  sources: list(source),
  stage: oneOf(['superseded', 'withdrawn']).nullish(),
  reason: optionalWords(400).transform(trimmed),
  replacedBy: optionalWords(40).transform(trimmed),
  oldUrls: list(oldUrl),
  attachments: list(file),
  media: list(file),
})

/** An end says why; one that was taken back is not published. */
const line = lineFields.superRefine(({ stage, reason, replacedBy, status }, context) => {
  const fault = (field: string, message: string) => {
    context.addIssue({ code: 'custom', path: [field], message })
  }
  if (stage && !reason) fault('reason', 'is missing: readers are told why')
  if (stage === 'superseded' && !replacedBy) fault('replacedBy', 'is missing')
  if (stage === 'withdrawn' && status !== 'draft') {
    fault('status', 'should be draft: it was withdrawn from readers')
  }
  if (!stage && (reason ?? replacedBy)) fault('stage', 'is missing: say superseded or withdrawn')
})

/** A field left out is undefined and keeps its value; null empties it. */
export type BriefingLine = z.infer<typeof line>
export type SourceLine = z.infer<typeof source>
/** A file that lies beside the briefings file. */
export type FileEntry = {
  readonly path: string
  readonly title?: string | null | undefined
  readonly sha256?: string | null | undefined
}

export type LineReading =
  | { readonly kind: 'read'; readonly briefing: BriefingLine }
  | { readonly kind: 'faulty'; readonly faults: readonly Fault[] }

function faultsOf(issue: z.core.$ZodIssue): Fault[] {
  const path = issue.path.join('.')
  if (issue.code !== 'unrecognized_keys') return [{ field: path || 'line', message: issue.message }]
  return issue.keys.map((key) => ({
    field: path ? `${path}.${key}` : key,
    message: 'is not a field this file may have',
  }))
}

function parsedLine(written: object) {
  try {
    return line.safeParse(written)
  } catch (fault) {
    // A stack that ran out: a source may hold the one that replaces it.
    if (fault instanceof RangeError) return null
    throw fault
  }
}

/** Reads the text of one line, every fault at once. */
export function readBriefingLine(text: string): LineReading {
  let written: unknown
  try {
    written = JSON.parse(text)
  } catch (fault) {
    const reason = fault instanceof Error ? fault.message : String(fault)
    return { kind: 'faulty', faults: [{ field: 'line', message: `is not valid JSON: ${reason}` }] }
  }
  if (typeof written !== 'object' || written === null || Array.isArray(written)) {
    return { kind: 'faulty', faults: [{ field: 'line', message: 'should be one JSON object' }] }
  }
  const parsed = parsedLine(written)
  if (parsed === null) {
    return { kind: 'faulty', faults: [{ field: 'line', message: 'is nested too deeply' }] }
  }
  if (parsed.success) return { kind: 'read', briefing: parsed.data }
  return { kind: 'faulty', faults: parsed.error.issues.flatMap(faultsOf) }
}
