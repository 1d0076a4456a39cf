import type { Block, Field, TextareaFieldValidation } from 'payload'
import { readChart } from '@/lib/charts/chart-series'
import { readPastedTable } from '@/lib/charts/pasted-table'
import { AS_A_DAY } from './dates'

const title: Field = { name: 'title', type: 'text', required: true, maxLength: 200 }

const source = (required: boolean): Field => ({
  name: 'source',
  type: 'relationship',
  relationTo: 'sources',
  required,
})

type Reading = { readonly kind: 'read' } | { readonly kind: 'faulty'; readonly fault: string }

const readsAs =
  (read: (text: string) => Reading): TextareaFieldValidation =>
  (value) => {
    const reading = read(value ?? '')
    return reading.kind === 'read' || reading.fault
  }

const table = (description: string, read: (text: string) => Reading): Field => ({
  name: 'table',
  type: 'textarea',
  required: true,
  validate: readsAs(read),
  admin: { description, rows: 8 },
})

/** What a block looks like to readers, beneath its fields: nothing is stored. */
const asDrawn = (component: string): Field => ({
  name: 'asDrawn',
  type: 'ui',
  admin: { components: { Field: `/src/admin/blocks/as-drawn#${component}` } },
})

/** One figure that says much, and where it is from. */
export const KeyStatistic: Block = {
  slug: 'keyStatistic',
  interfaceName: 'KeyStatisticBlock',
  labels: { singular: 'Key statistic', plural: 'Key statistics' },
  fields: [
    {
      name: 'figure',
      type: 'text',
      required: true,
      maxLength: 40,
      admin: { description: 'For example: 1 in 5, or £2.3 billion.' },
    },
    {
      name: 'says',
      label: 'What it says',
      type: 'textarea',
      required: true,
      maxLength: 300,
      admin: { description: 'Of whom, where and when.' },
    },
    source(true),
  ],
}

/** A sentence set large, so that a reader who skims meets it. */
export const PullOut: Block = {
  slug: 'pullOut',
  interfaceName: 'PullOutBlock',
  labels: { singular: 'Pull-out', plural: 'Pull-outs' },
  fields: [{ name: 'text', type: 'textarea', required: true, maxLength: 400 }],
}

/** Several things held side by side, pasted from a spreadsheet. */
export const ComparisonTable: Block = {
  slug: 'comparisonTable',
  interfaceName: 'ComparisonTableBlock',
  labels: { singular: 'Comparison table', plural: 'Comparison tables' },
  fields: [
    title,
    table(
      'Paste from a spreadsheet: the first row names the columns, the first column the rows.',
      readPastedTable,
    ),
    asDrawn('TableAsDrawn'),
    source(false),
  ],
}

/** Figures drawn from a table pasted from a spreadsheet. The table is the drawing’s alternative. */
export const Chart: Block = {
  slug: 'chart',
  interfaceName: 'ChartBlock',
  labels: { singular: 'Chart', plural: 'Charts' },
  fields: [
    title,
    {
      name: 'kind',
      type: 'select',
      required: true,
      defaultValue: 'bar',
      options: [
        { value: 'bar', label: 'Bars' },
        { value: 'line', label: 'Lines' },
        { value: 'dot', label: 'Dots' },
      ],
    },
    {
      name: 'unit',
      type: 'text',
      maxLength: 120,
      admin: { description: 'For example: households in England, thousands.' },
    },
    table(
      'Paste from a spreadsheet: names of columns first, then a row for each bar, dot or year. Up to four columns of figures.',
      readChart,
    ),
    asDrawn('ChartAsDrawn'),
    source(false),
  ],
}

/** Dated developments. Those to come stand under “Coming up”; once one is past, the briefing is up for review. */
export const Timeline: Block = {
  slug: 'timeline',
  interfaceName: 'TimelineBlock',
  labels: { singular: 'Timeline', plural: 'Timelines' },
  fields: [
    { name: 'title', type: 'text', maxLength: 200 },
    {
      name: 'events',
      type: 'array',
      required: true,
      minRows: 1,
      fields: [
        { name: 'date', type: 'date', required: true, admin: { date: AS_A_DAY } },
        { name: 'what', type: 'textarea', required: true, maxLength: 400 },
      ],
    },
  ],
}

export const EVIDENCE_BLOCKS = [KeyStatistic, PullOut, ComparisonTable, Chart, Timeline]
