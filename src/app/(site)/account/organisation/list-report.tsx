import { Notice } from '@/components/notice'
import type { ListReport } from '@/members/organisation/import-list'

type ReportProps = { readonly report: ListReport; readonly isDone: boolean }

const people = (count: number): string => (count === 1 ? 'One person' : `${count} people`)

function sentences({ created, updated, unchanged }: ListReport, isDone: boolean): string[] {
  const line = (count: number, done: string, would: string) =>
    count > 0 ? [`${people(count)} ${isDone ? done : would}.`] : []
  return [
    ...line(created, 'got a seat', 'would get a seat'),
    ...line(
      updated,
      'had their name or job title changed',
      'would have their name or job title changed',
    ),
    ...line(unchanged, 'stood in it as they are', 'stand in it as they are'),
  ]
}

/** What a list did or would do, and what is wrong with it, line by line. */
export const ListReportView = ({ report, isDone }: ReportProps) => (
  <div className="mb-8">
    <Notice
      tone="good"
      title={
        isDone ? 'The list is in.' : 'This is what the list would do. Nothing has changed yet.'
      }
    >
      {sentences(report, isDone).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <p>
        {report.refused === 0
          ? 'Nothing in it needs mending.'
          : report.refused === 1
            ? 'One line cannot be taken in.'
            : `${report.refused} lines cannot be taken in.`}
      </p>
    </Notice>
    {report.faults.length > 0 ? <Faults faults={report.faults} /> : null}
  </div>
)

const Faults = ({ faults }: Pick<ListReport, 'faults'>) => (
  <div
    className="mt-6 max-h-96 overflow-auto"
    tabIndex={0}
    role="region"
    aria-labelledby="list-faults"
  >
    <table className="w-full text-left font-sans text-sm">
      <caption id="list-faults" className="mb-2 text-left font-semibold">
        Lines to mend
      </caption>
      <thead>
        <tr className="border-b border-edge">
          <th scope="col" className="py-1.5 pr-4 font-semibold">
            Line
          </th>
          <th scope="col" className="py-1.5 pr-4 font-semibold">
            Column
          </th>
          <th scope="col" className="py-1.5 font-semibold">
            What is wrong
          </th>
        </tr>
      </thead>
      <tbody>
        {faults.map(({ line, field, message }) => (
          <tr key={`${line} ${field} ${message}`} className="border-b border-rule align-top">
            <td className="py-1.5 pr-4 tabular-nums">{line}</td>
            <td className="py-1.5 pr-4">{field}</td>
            <td className="py-1.5 wrap-anywhere">{message}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)
