import { type FileChild, Paragraph, type ParagraphChild } from 'docx'
import { readChart } from '@/lib/charts/chart-series'
import { readPastedTable } from '@/lib/charts/pasted-table'
import { type Related, idOf } from '@/lib/ids'
import { toLongDate } from '@/lib/london-time'
import type { LexicalNode } from '@/lib/lexical/nodes'
import type { WordContext } from './word-context'
import { wordFigure } from './word-figure'
import { sourceLink } from './word-inline'
import { factTable, pastedTable } from './word-tables'
import { run } from './word-text'

type Fields = Readonly<Record<string, unknown>>
type Named = Related<{ id: string }>

const wordsIn = (fields: Fields, name: string): string => {
  const value = fields[name]
  return typeof value === 'string' ? value : ''
}

const plain = (text: string, bold = false) =>
  new Paragraph({ children: [run(text, bold ? { bold } : {})] })

const caption = (text: string) =>
  new Paragraph({ keepNext: true, children: [run(text, { bold: true })] })

function sourceMarks(fields: Fields, { sourceIds }: WordContext): ParagraphChild[] {
  const { source, sources } = fields
  const named = [source, ...(Array.isArray(sources) ? (sources as unknown[]) : [])].filter(Boolean)
  const numbers = named.map((one) => sourceIds.indexOf(idOf(one as Named)) + 1)
  return numbers
    .filter((number) => number > 0)
    .flatMap((number, index) => [
      ...(index > 0 ? [run(', ')] : []),
      sourceLink(number, `Source ${number}`),
    ])
}

function sourceLine(fields: Fields, context: WordContext): FileChild[] {
  const marks = sourceMarks(fields, context)
  return marks.length > 0 ? [new Paragraph({ children: marks })] : []
}

function caseStudy(fields: Fields, context: WordContext): FileChild[] {
  const facts = [
    ['Where', 'where'],
    ['What came of it', 'outcome'],
    ['What was done', 'what'],
    ['Who ran it', 'who'],
    ['Whom to ask', 'contact'],
  ] as const
  const told = facts
    .filter(([, name]) => wordsIn(fields, name) !== '')
    .map(([label, name]) => [label, [run(wordsIn(fields, name))]] as const)
  const marks = sourceMarks(fields, context)
  return [
    caption(`Case study: ${wordsIn(fields, 'title')}`),
    factTable([...told, ...(marks.length > 0 ? [['Sources', marks] as const] : [])]),
    plain(''),
  ]
}

function tableWithTitle(fields: Fields, context: WordContext): FileChild[] {
  const written = wordsIn(fields, 'table')
  const reading = fields.blockType === 'chart' ? readChart(written) : readPastedTable(written)
  const unit = wordsIn(fields, 'unit')
  return [
    caption(wordsIn(fields, 'title')),
    ...(unit ? [plain(unit)] : []),
    reading.kind === 'read' ? pastedTable(reading.table) : plain(written),
    ...sourceLine(fields, context),
    plain(''),
  ]
}

type Event = { readonly date: string; readonly what: string }

function timeline(fields: Fields): FileChild[] {
  const events = (Array.isArray(fields.events) ? (fields.events as Event[]) : []).toSorted(
    (one, other) => one.date.localeCompare(other.date),
  )
  return [
    caption(wordsIn(fields, 'title') || 'Timeline'),
    factTable(events.map(({ date, what }) => [toLongDate(date), [run(what)]])),
    plain(''),
  ]
}

function keyStatistic(fields: Fields, context: WordContext): FileChild[] {
  const said = [run(wordsIn(fields, 'figure'), { bold: true }), run(` ${wordsIn(fields, 'says')}`)]
  return [new Paragraph({ children: said }), ...sourceLine(fields, context)]
}

const BLOCKS: Readonly<Record<string, (fields: Fields, context: WordContext) => FileChild[]>> = {
  caseStudy,
  chart: tableWithTitle,
  comparisonTable: tableWithTitle,
  timeline,
  keyStatistic,
  figure: wordFigure,
  pullOut: (fields) => [
    new Paragraph({ style: 'Quotation', children: [run(wordsIn(fields, 'text'))] }),
  ],
}

/** A block of evidence as Word has it: a chart is the table it was drawn from. */
export function evidenceBlock({ fields = {} }: LexicalNode, context: WordContext): FileChild[] {
  return BLOCKS[String(fields.blockType)]?.(fields, context) ?? []
}
