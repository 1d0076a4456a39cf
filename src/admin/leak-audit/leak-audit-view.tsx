import { redirect } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'
import { DeskPage, staffAt } from '@/admin/desk-page'
import { DeskTable } from '@/admin/desk-table'
import { toLongDate } from '@/lib/london-time'
import table from '../../../docs/evidence/leak-audit.json'
import run from '../../../docs/evidence/leak-audit-run.json'
import { ChooseRows, Key } from './choose-rows'
import { chosenRows, readChoice, type Row } from './chosen-rows'

type Table = { readonly personas: readonly string[]; readonly rows: readonly Row[] }

const CAPTION = 'What each reader is answered'

const AuditTable = ({ personas, rows }: Table) => (
  <div className="signpost-leak-audit__table" role="region" aria-label={CAPTION} tabIndex={0}>
    <DeskTable
      caption={CAPTION}
      columns={[
        { title: 'Route', cell: ({ route }: Row) => route },
        ...personas.map((name) => ({ title: name, cell: ({ cells }: Row) => cells[name] ?? '–' })),
      ]}
      rows={rows}
      keyOf={({ route }) => route}
    />
  </div>
)

const inNumbers = (count: number): string => count.toLocaleString('en-GB')

const VERDICT =
  run.leaks + run.differences === 0
    ? 'Passed: nobody met what is not theirs, and no answer told a right guess from a wrong one.'
    : `Failed. Leaks: ${inNumbers(run.leaks)}. Pairs of answers that tell a right guess from a wrong one: ${inNumbers(run.differences)}.`

const Verdict = ({ personas, rows }: Table) => (
  <>
    <p className="signpost-leak-audit__verdict">
      <strong>{VERDICT}</strong>
    </p>
    <p>
      Made on {toLongDate(run.madeOn)}: {inNumbers(run.requests)} requests, {rows.length} routes,{' '}
      {personas.length} kinds of reader.
    </p>
  </>
)

/** The table of the last leak audit that was kept, for administrators. */
export function LeakAuditView(props: AdminViewServerProps) {
  if (staffAt(props, 'leak-audit').role !== 'administrator') redirect('/admin')
  const choice = readChoice(props.searchParams ?? {})
  const rows = chosenRows(table.rows, choice)
  return (
    <DeskPage {...props} className="signpost-searches signpost-leak-audit">
      <h1>Leak audit</h1>
      <Verdict {...table} />
      <p>
        Every route of the site, asked as every kind of reader, with a mark nobody can guess in each
        field. A cell says the answer’s status and, where marks were met, the furthest they were
        meant for. The audit fails when somebody meets more than is theirs, and when an answer tells
        a right guess from a wrong one.
      </p>
      <Key />
      <ChooseRows {...choice} />
      <p role="status">
        {rows.length === table.rows.length
          ? `All ${rows.length} routes.`
          : `${rows.length} of ${table.rows.length} routes.`}
      </p>
      {rows.length > 0 ? <AuditTable personas={table.personas} rows={rows} /> : null}
      <p>
        To run it again: <code>npm run audit:leaks</code>
      </p>
    </DeskPage>
  )
}
