import {
  Bookmark,
  Document,
  type FileChild,
  Footer,
  HeadingLevel,
  PageNumber,
  Packer,
  Paragraph,
  TextRun,
} from 'docx'
import { citationsOf } from '@/lib/lexical/citations'
import { headingsOf } from '@/lib/lexical/outline'
import { toLongDate } from '@/lib/london-time'
import type { ReferenceRun } from '@/lib/reference-runs'
import { wordBlocks } from './word-blocks'
import type { WordContext, WordPicture } from './word-context'
import { linkTo, sourceBookmark } from './word-inline'
import { BULLETED, WordLists } from './word-lists'
import { run, xmlText } from './word-text'

export type WordBriefing = {
  readonly title: string
  readonly summary: string
  readonly reference: string
  /** Path on the site. */
  readonly url: string
  readonly siteUrl: string
  readonly authors: readonly string[]
  /** ISO date-times. */
  readonly publishedAt: string
  readonly updatedAt: string | null
  readonly keyPoints: readonly string[]
  /** The editor's JSON. */
  readonly body: unknown
  /** In the order of their numbers, and the references as they are set. */
  readonly sourceIds: readonly string[]
  readonly references: readonly (readonly ReferenceRun[])[]
  /** What to know of a source before trusting it, in the same order; null for most. */
  readonly warnings: readonly (string | null)[]
  /** Those that the text shows, by their ids. */
  readonly pictures: ReadonlyMap<string, WordPicture>
  /** When the file was made: what it says may change afterwards. */
  readonly asAt: Date
}

/** Who may read on. Stands at the foot of each page. */
export const licenceLine = (reference: string, asAt: Date): string =>
  `${reference} · Signpost, as at ${toLongDate(asAt)}. Members may use it freely inside their organisation and quote from it; please do not republish it whole, or pass it on outside, without asking.`

const paragraphStyle = (id: string, name: string, set: object, paragraph: object = {}) => ({
  id,
  name,
  basedOn: 'Normal',
  next: 'Normal',
  run: set,
  paragraph,
})

/** Sizes in half points, distances in twentieths of a point. */
const STYLES = {
  default: {
    document: {
      run: { font: 'Calibri', size: 22, language: { value: 'en-GB' } },
      paragraph: { spacing: { after: 120, line: 276 } },
    },
    title: { run: { size: 40, bold: true }, paragraph: { spacing: { after: 120 } } },
    heading1: {
      run: { size: 28, bold: true, color: '084A3E' },
      paragraph: { keepNext: true, spacing: { before: 320, after: 120 } },
    },
    heading2: {
      run: { size: 24, bold: true, color: '084A3E' },
      paragraph: { keepNext: true, spacing: { before: 240, after: 80 } },
    },
  },
  paragraphStyles: [
    paragraphStyle('Quotation', 'Quotation', { italics: true }, { indent: { left: 560 } }),
    paragraphStyle('TableHead', 'Table head', { bold: true }),
  ],
}

const paragraph = (...children: TextRun[]) => new Paragraph({ children })

const heading = (words: string) =>
  new Paragraph({ heading: HeadingLevel.HEADING_1, children: [run(words)] })

function facts(briefing: WordBriefing): FileChild[] {
  const { reference, authors, publishedAt, updatedAt, asAt, url, siteUrl } = briefing
  const dates = [
    `Published ${toLongDate(publishedAt)}`,
    updatedAt ? `updated ${toLongDate(updatedAt)}` : null,
    `as at ${toLongDate(asAt)}`,
  ]
  const address = run(`${siteUrl}${url}`, { style: 'Hyperlink' })
  return [
    paragraph(run([reference, ...dates].filter(Boolean).join(' · '))),
    ...(authors.length > 0 ? [paragraph(run(`Written by ${authors.join(', ')}`))] : []),
    new Paragraph({ children: [linkTo(url, siteUrl, [address])] }),
  ]
}

const keyPoints = ({ keyPoints: points }: WordBriefing): FileChild[] =>
  points.length === 0
    ? []
    : [
        heading('Key points'),
        ...points.map(
          (point) =>
            new Paragraph({
              children: [run(point)],
              numbering: BULLETED,
            }),
        ),
      ]

const setRun = ({ text, isItalic, href }: ReferenceRun, siteUrl: string) => {
  const words = run(text, { italics: isItalic, ...(href ? { style: 'Hyperlink' } : {}) })
  return href ? linkTo(href, siteUrl, [words]) : words
}

function sources(briefing: WordBriefing, lists: WordLists): FileChild[] {
  const { references, warnings, siteUrl } = briefing
  if (references.length === 0) return []
  const numbering = lists.numbered()
  return [
    heading('Sources'),
    ...references.map((runs, index) => {
      const warning = warnings[index]
      return new Paragraph({
        numbering,
        children: [
          new Bookmark({
            id: sourceBookmark(index + 1),
            children: runs.map((one) => setRun(one, siteUrl)),
          }),
          ...(warning ? [run(` ${warning}`, { bold: true })] : []),
        ],
      })
    }),
  ]
}

function footer({ reference, asAt }: WordBriefing): Footer {
  return new Footer({
    children: [
      paragraph(
        new TextRun({ text: xmlText(licenceLine(reference, asAt)), size: 16 }),
        new TextRun({ children: [' Page ', PageNumber.CURRENT], size: 16 }),
      ),
    ],
  })
}

function contextOf({ body, sourceIds, siteUrl, pictures }: WordBriefing): WordContext {
  return {
    citations: citationsOf(body, sourceIds),
    pictures,
    sourceIds,
    siteUrl,
    anchors: new Set(headingsOf(body).map(({ anchor }) => anchor)),
    lists: new WordLists(),
  }
}

/** A briefing as a Word file (OOXML): for members alone, since all of it is member text. */
export async function briefingDocument(briefing: WordBriefing): Promise<Buffer> {
  const context = contextOf(briefing)
  const children = [
    new Paragraph({ heading: HeadingLevel.TITLE, children: [run(briefing.title)] }),
    paragraph(run(briefing.summary, { bold: true })),
    ...facts(briefing),
    ...keyPoints(briefing),
    ...wordBlocks(briefing.body, context),
    ...sources(briefing, context.lists),
    paragraph(run(licenceLine(briefing.reference, briefing.asAt), { italics: true })),
  ]
  const document = new Document({
    title: xmlText(briefing.title),
    creator: 'Signpost',
    description: xmlText(briefing.summary),
    styles: STYLES,
    numbering: { config: context.lists.config() },
    sections: [{ footers: { default: footer(briefing) }, children }],
  })
  return Packer.toBuffer(document)
}
