import type { UploadFault, UploadReport } from '@/exchange/import-upload'

const MOST_SHOWN = 200

type ListProps = { readonly title: string; readonly faults: readonly UploadFault[] }

const List = ({ title, faults }: ListProps) =>
  faults.length === 0 ? null : (
    <table className="signpost-searches__table">
      <caption>
        {title} ({faults.length})
      </caption>
      <thead>
        <tr>
          <th scope="col">Where</th>
          <th scope="col">What</th>
        </tr>
      </thead>
      <tbody>
        {faults.slice(0, MOST_SHOWN).map(({ where, says }, index) => (
          <tr key={index}>
            <th scope="row">{where}</th>
            <td>{says}</td>
          </tr>
        ))}
        {faults.length > MOST_SHOWN ? (
          <tr>
            <th scope="row">And more</th>
            <td>{faults.length - MOST_SHOWN} further ones. The command names them all.</td>
          </tr>
        ) : null}
      </tbody>
    </table>
  )

type Props = { readonly report: UploadReport; readonly isTry: boolean }

/** What became of a file, or would. */
export const ImportReport = ({ report, isTry }: Props) => (
  <section aria-labelledby="import-report">
    <h2 id="import-report">{isTry ? 'Nothing was stored. This would happen' : 'Done'}</h2>
    <p>
      {report.created} created, {report.updated} updated, {report.unchanged} unchanged,{' '}
      {report.invalid} refused.
    </p>
    <List title="Refused" faults={report.refused} />
    <List title="To know" faults={report.notes} />
  </section>
)
