/**
 * Writes the real documents of ../shared/corpora as a briefings file: `npx tsx tests/support/convert-corpora.ts FILE.jsonl`.
 *
 * Undoes what is particular to where they come from (marks of its Markdown that no standard knows, addresses without a
 * host) and nothing else: what the importer has to say about the rest is what the file is for.
 */
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

type Written = {
  readonly id: string
  readonly title: string
  readonly summary: string | null
  readonly body: string
  readonly bodyFormat: 'markdown' | 'html'
}
type Page = Written & { readonly category: string }
type Publication = Written & { readonly topics: readonly string[]; readonly date: string }

const CORPORA = path.resolve(import.meta.dirname, '../../../shared/corpora')
const LONGEST_REFERENCE = 40
const HOST = 'https://www.gov.uk'

const documents = <T>(folder: string): T[] =>
  readFileSync(path.join(CORPORA, folder, 'docs.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T)

/** Folder and id; where that is too long for a reference, its end gives way to a mark of the whole. */
function referenceOf(folder: string, id: string): string {
  const whole = `${folder}/${id}`
  if (whole.length <= LONGEST_REFERENCE) return whole
  const mark = createHash('sha256').update(whole).digest('hex').slice(0, 8)
  return `${whole.slice(0, LONGEST_REFERENCE - mark.length - 1)}~${mark}`
}

/** Headings without their space, attribute lists, abbreviations and template tags are no CommonMark. */
const asCommonMark = (markdown: string): string =>
  markdown
    .replace(/^(#{1,6})(?=[^#\s])/gm, '$1 ')
    .replace(/^\{[:%][^\n]*\}[ \t]*$/gm, '')
    .replace(/\{:[^}\n]*\}/g, '')
    .replace(/\{%[^\n]*?%\}/g, '')
    .replace(/^\*\[[^\]\n]*\]:[^\n]*$/gm, '')
    .replace(/\]\(\/(?!\/)/g, `](${HOST}/`)

const withHost = (html: string): string => html.replace(/href="\/(?!\/)/g, `href="${HOST}/`)

const capitalised = (slug: string): string =>
  slug.replace(/-/g, ' ').replace(/^./, (letter) => letter.toUpperCase())

const common = (folder: string, { id, title, summary, bodyFormat }: Written) => ({
  reference: referenceOf(folder, id),
  title,
  summary,
  bodyFormat,
})

const pages = documents<Page>('service-manual').map((page) => ({
  ...common('service-manual', page),
  body: withHost(asCommonMark(page.body)),
  series: 'Service manual',
  topics: [`Digital services > ${capitalised(page.category)}`],
  publishedAt: '2016-01-01',
}))

const publications = documents<Publication>('govuk-content-examples').map((publication) => ({
  ...common('govuk-content-examples', publication),
  body: withHost(publication.body),
  series: 'Publications',
  topics: publication.topics,
  publishedAt: publication.date,
}))

const [file] = process.argv.slice(2)
if (!file) throw new Error('Say which file to write.')
const lines = [...pages, ...publications].map((line) => `${JSON.stringify(line)}\n`)
writeFileSync(file, lines.join(''))
console.log(`${lines.length} documents`)
