import { redirect } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'
import { DeskPage, staffAt } from '@/admin/desk-page'
import { DeskTable } from '@/admin/desk-table'
import { Wide } from '@/admin/wide'
import table from '../../../docs/evidence/leak-audit.json'

type Row = { readonly route: string; readonly cells: Readonly<Record<string, string>> }
type Table = { readonly personas: readonly string[]; readonly rows: readonly Row[] }

const AuditTable = ({ personas, rows }: Table) => (
  <DeskTable
    caption="What each reader is answered"
    columns={[
      { title: 'Route', cell: ({ route }: Row) => route },
      ...personas.map((name) => ({ title: name, cell: ({ cells }: Row) => cells[name] ?? '–' })),
    ]}
    rows={rows}
    keyOf={({ route }) => route}
  />
)

/** The table of the last leak audit that was kept, for administrators. */
export function LeakAuditView(props: AdminViewServerProps) {
  if (staffAt(props, 'leak-audit').role !== 'administrator') redirect('/admin')
  return (
    <DeskPage {...props} className="signpost-searches">
      <h1>Leak audit</h1>
      <p>
        Every route of the site, asked as every kind of reader, with a mark nobody can guess in each
        field. A cell says the answer’s status and, where marks were met, the furthest they were
        meant for. The audit fails when somebody meets more than is theirs, and when an answer tells
        a right guess from a wrong one.
      </p>
      <Wide label="What each reader is answered">
        <AuditTable {...table} />
      </Wide>
      <p>
        To run it again: <code>npm run audit:leaks</code>
      </p>
    </DeskPage>
  )
}
