import { MarkdownFault } from '@/lib/lexical/markdown-conversion'
import { markdownToLexical } from '@/lib/lexical/markdown-to-lexical'
import { type Content, ContentFault, readContent } from './read-content'

type Names = ReadonlySet<string>

/** The names that other files may use, by what they name. */
function namesOf(content: Content) {
  const set = <T>(rows: readonly T[], name: (row: T) => string): Names => new Set(rows.map(name))
  return {
    topic: set(
      content.topics.flatMap((topic) => [topic, ...topic.children]),
      (topic) => topic.slug,
    ),
    series: set(content.series, (row) => row.slug),
    'member of staff': set(content.staff, (row) => row.slug),
    organisation: set(content.organisations, (row) => row.slug),
    source: set(content.sources, (row) => row.id),
    briefing: set(content.briefings, (row) => row.reference),
    article: set(content.articles, (row) => row.slug),
  }
}

type Use = {
  file: string
  field: string
  kind: keyof ReturnType<typeof namesOf>
  names: readonly string[]
}

function usesOf(content: Content): Use[] {
  const ofBriefings = content.briefings.flatMap((b): Use[] => [
    { file: b.file, field: 'topics', kind: 'topic', names: b.topics },
    { file: b.file, field: 'series', kind: 'series', names: b.series ? [b.series] : [] },
    { file: b.file, field: 'authors', kind: 'member of staff', names: b.authors },
    { file: b.file, field: 'related', kind: 'briefing', names: b.related },
    { file: b.file, field: 'sources', kind: 'source', names: b.sources },
  ])
  const ofArticles = content.articles.flatMap((a): Use[] => [
    { file: a.file, field: 'topics', kind: 'topic', names: a.topics },
    { file: a.file, field: 'authors', kind: 'member of staff', names: a.authors },
    { file: a.file, field: 'leadsTo', kind: 'briefing', names: a.leadsTo },
    { file: a.file, field: 'alsoLike', kind: 'article', names: a.alsoLike },
  ])
  const file = 'members.yaml'
  const ofMembers = content.members.flatMap((m): Use[] => [
    { file, field: `${m.email}: organisation`, kind: 'organisation', names: [m.organisation] },
    { file, field: `${m.email}: topics`, kind: 'topic', names: m.bulletin?.topics ?? [] },
  ])
  const { sent, next } = content.bulletin
  const announced = sent.flatMap((issue) => issue.briefings).concat(next)
  return [
    ...ofBriefings,
    ...ofArticles,
    ...ofMembers,
    { file: 'bulletin.yaml', field: 'briefings', kind: 'briefing', names: announced },
  ]
}

function unknownNames(content: Content): string[] {
  const known = namesOf(content)
  return usesOf(content).flatMap(({ file, field, kind, names }) =>
    names
      .filter((name) => !known[kind].has(name))
      .map((name) => `${file}: ${field}: there is no ${kind} “${name}”`),
  )
}

function textFaults(file: string, body: string, sources: readonly string[]): string[] {
  try {
    markdownToLexical(body, (key) => (sources.includes(key) ? key : undefined))
    return []
  } catch (fault) {
    if (!(fault instanceof MarkdownFault)) throw fault
    return fault.faults.map((sentence) => `${file}: text: ${sentence}`)
  }
}

function repeated(what: string, names: readonly string[]): string[] {
  const twice = names.filter((name, index) => names.indexOf(name) !== index)
  return [...new Set(twice)].map((name) => `two files or entries share the ${what} “${name}”`)
}

/**
 * The content of `folder`, whole and fitting together.
 *
 * @throws {ContentFault} listing every fault of every file: of its shape first, of what it names only once all have shape.
 */
export function checkedContent(folder: string): Content {
  const { content, faults } = readContent(folder)
  if (faults.length > 0) throw new ContentFault(faults)
  const misfits = [
    ...unknownNames(content),
    ...content.briefings.flatMap((b) => textFaults(b.file, b.body, b.sources)),
    ...content.articles.flatMap((a) => textFaults(a.file, a.body, [])),
    ...repeated(
      'reference',
      content.briefings.map((b) => b.reference),
    ),
    ...repeated(
      'source id',
      content.sources.map((source) => source.id),
    ),
    ...repeated(
      'address',
      content.members.map((member) => member.email),
    ),
  ]
  if (misfits.length > 0) throw new ContentFault(misfits)
  return content
}
