import { z } from 'zod'
import { isEmailAddress } from '@/lib/email-address'

/** The shapes of the demonstration's files, as demo/README.md describes them. */

const line = z.string().trim().min(1)
const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be a slug, such as social-housing')
const day = z.iso.date('must be a date, such as 2018-08-07')
const email = z.string().refine(isEmailAddress, 'must be an e-mail address')
const reference = line.max(40)

const topicLeaf = z.strictObject({
  slug,
  name: line,
  scope: line.optional(),
  synonyms: z.array(line).default([]),
})

export const topics = z.array(topicLeaf.extend({ children: z.array(topicLeaf).default([]) }))

export const series = z.array(z.strictObject({ slug, name: line, description: line.optional() }))

export const staff = z.array(
  z.strictObject({
    slug,
    name: line,
    email,
    role: z.enum(['officer', 'editor', 'administrator']),
    jobTitle: line.optional(),
    biography: line.optional(),
  }),
)

export const organisations = z.array(
  z.strictObject({
    slug,
    name: line,
    kind: z.enum(['council', 'housing', 'charity', 'other']),
    domains: z.array(line).default([]),
    membershipFrom: day,
    membershipTo: day,
    graceDays: z.int().min(0).max(90).default(0),
    seats: z.int().min(0).optional(),
    notes: line.optional(),
  }),
)

export const members = z.array(
  z.strictObject({
    email,
    name: line,
    jobTitle: line.optional(),
    organisation: slug,
    isManager: z.boolean().default(false),
    demoAs: z.enum(['member', 'manager', 'lapsed']).optional(),
    bulletin: z
      .strictObject({
        status: z.enum(['active', 'paused', 'unsubscribed']),
        topics: z.array(slug),
      })
      .optional(),
  }),
)

export const sources = z.array(
  z.strictObject({
    id: line,
    title: line.max(400),
    publisher: line,
    authors: z.union([z.array(line), line.transform((author) => [author])]).default([]),
    year: z.int().min(1500).max(2100),
    type: z.enum([
      'evaluation',
      'statistics',
      'guidance',
      'legislation',
      'case-study',
      'research',
      'opinion',
      'news',
    ]),
    url: z.url({ protocol: /^https?$/, error: 'must be a web address' }),
    doi: line.optional(),
    accessed: day.optional(),
  }),
)

export const briefing = z.strictObject({
  reference,
  title: line.max(200),
  summary: line.max(300),
  type: z.enum(['briefing', 'case-study', 'update']),
  series: slug.optional(),
  topics: z.array(slug).min(1),
  nations: z.array(z.enum(['england', 'scotland', 'wales', 'northern-ireland'])).min(1),
  authors: z.array(slug).min(1),
  publishedAt: day,
  updatedAt: day.optional(),
  changes: z
    .array(z.strictObject({ date: day, note: line.max(400), edition: z.int().min(2) }))
    .default([]),
  reviewBy: day.optional(),
  related: z.array(reference).default([]),
  keyPoints: z.array(line.max(600)).min(1),
  sources: z.array(line).min(1),
})

export const article = z.strictObject({
  title: line.max(200),
  summary: line.max(600),
  topics: z.array(slug).min(1),
  authors: z.array(slug).min(1),
  publishedAt: day,
  leadsTo: z.array(reference).default([]),
  alsoLike: z.array(slug).default([]),
})

export const bulletin = z.strictObject({
  sent: z.array(
    z.strictObject({
      key: z.string().regex(/^weekly:\d{4}-\d{2}-\d{2}$/, 'must be such as weekly:2026-11-20'),
      slotAt: z.iso.datetime(),
      briefings: z.array(reference).min(1),
    }),
  ),
  next: z.array(reference).default([]),
})
