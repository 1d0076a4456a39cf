import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { markdownToLexical } from '@/lib/lexical/markdown-to-lexical'
import type { Briefing, Topic } from '@/payload-types'
import type { SearchDocument } from '@/search/search-document'
import type { Subjects } from '@/search/subjects'
import { toSearchDocument } from '@/search/to-search-document'
import { PROJECT_ROOT } from '../building/project-root'
import { type BriefingFile, type Content, readContent } from '../seed/read-content'
import type { JudgedCollection } from './judged-collection'

/** The kinds of search readers make. */
export const KINDS = [
  'topic',
  'synonym',
  'typo',
  'prefix',
  'phrase',
  'reference',
  'question',
] as const

const judged = z.array(
  z.strictObject({
    ask: z.string(),
    finds: z.record(z.string(), z.union([z.literal(1), z.literal(3)])),
  }),
)
const shape = z.strictObject({
  synonyms: z.array(z.strictObject({ from: z.string(), to: z.array(z.string()) })),
  ...(Object.fromEntries(KINDS.map((kind) => [kind, judged])) as Record<
    (typeof KINDS)[number],
    typeof judged
  >),
})

/** The demonstration's judged searches, as `tests/relevance/demo.yaml` has them. */
export const readJudgedSearches = () =>
  shape.parse(
    parse(readFileSync(path.join(PROJECT_ROOT, 'tests/relevance/demo.yaml'), 'utf8')) as unknown,
  )

/** What briefings refer to, as the database would hold it: every id is the slug. */
function subjectsOf({ topics, series, staff }: Content): Subjects {
  const written = topics.flatMap((topic) => [
    { ...topic, parent: null },
    ...topic.children.map((child) => ({ ...child, parent: topic.slug })),
  ])
  return {
    topics: new Map(written.map((topic) => [topic.slug, { ...topic, id: topic.slug } as Topic])),
    series: new Map(
      series.map((one) => [one.slug, { ...one, id: one.slug, createdAt: '', updatedAt: '' }]),
    ),
    authors: new Map(staff.map(({ slug, name }) => [slug, { slug, name }])),
    fingerprint: '',
  }
}

function documentOf(file: BriefingFile, content: Content, subjects: Subjects): SearchDocument {
  const titles = new Map(content.sources.map(({ id, title }) => [id, title]))
  const briefing = {
    ...file,
    id: file.reference,
    series: file.series ?? null,
    keyPoints: file.keyPoints.map((text) => ({ text })),
    body: markdownToLexical(file.body, (key) => key),
    publishedAt: `${file.publishedAt}T09:00:00.000Z`,
  } as unknown as Briefing
  return toSearchDocument(
    briefing,
    subjects,
    file.sources.map((id) => titles.get(id) ?? ''),
  )
}

/** The demonstration's briefings with its own judged searches. */
export function readDemonstration(): JudgedCollection {
  const { content } = readContent(path.join(PROJECT_ROOT, 'demo'))
  const { synonyms, ...searches } = readJudgedSearches()
  const subjects = subjectsOf(content)
  const asked = KINDS.flatMap((kind) =>
    searches[kind].map(({ ask, finds }, index) => ({ id: `${kind}-${index + 1}`, ask, finds })),
  )
  return {
    name: 'the demonstration',
    documents: content.briefings.map((file) => documentOf(file, content, subjects)),
    queries: asked.map(({ id, ask }) => ({ id, text: ask })),
    judgements: new Map(asked.map(({ id, finds }) => [id, new Map(Object.entries(finds))])),
    synonyms,
  }
}
