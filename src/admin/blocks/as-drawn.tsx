'use client'

import { useFormFields } from '@payloadcms/ui'
import { Chart, ComparisonTable } from '@/components/rich-text/evidence-blocks'
import { readChart } from '@/lib/charts/chart-series'
import { readPastedTable } from '@/lib/charts/pasted-table'

/** What is typed into a field of the same block. */
function useTyped(name: string): string {
  const value = useFormFields(([fields]) => fields[name]?.value)
  return typeof value === 'string' ? value : ''
}

const isKind = (kind: string): kind is 'bar' | 'line' | 'dot' =>
  kind === 'bar' || kind === 'line' || kind === 'dot'

const NOTHING_YET = 'It is drawn here once there is a table to draw.'

/** Beneath a chart’s fields: the chart as readers will have it, or what keeps it from being drawn. */
export function ChartAsDrawn() {
  const [title, kind, unit, table] = [
    useTyped('title'),
    useTyped('kind'),
    useTyped('unit'),
    useTyped('table'),
  ]
  if (table.trim() === '') return <p className="signpost-drawn">{NOTHING_YET}</p>
  const reading = readChart(table)
  if (reading.kind === 'faulty') return <p className="signpost-drawn">{reading.fault}</p>
  return (
    <div className="signpost-drawn">
      <Chart
        block={{ title, unit, table, kind: isKind(kind) ? kind : 'bar', blockType: 'chart' }}
        sourceIds={[]}
      />
    </div>
  )
}

/** The same for a comparison table. */
export function TableAsDrawn() {
  const [title, table] = [useTyped('title'), useTyped('table')]
  if (table.trim() === '') return <p className="signpost-drawn">{NOTHING_YET}</p>
  const reading = readPastedTable(table)
  if (reading.kind === 'faulty') return <p className="signpost-drawn">{reading.fault}</p>
  return (
    <div className="signpost-drawn">
      <ComparisonTable block={{ title, table, blockType: 'comparisonTable' }} sourceIds={[]} />
    </div>
  )
}
