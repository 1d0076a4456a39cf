import { Notice } from '@/components/notice'
import type { ListReport } from '@/members/organisation/import-list'

type ReportProps = { readonly report: ListReport; readonly isDone: boolean }

const people = (count: number): string => (count === 1 ? 'One person' : `${count} people`)

const lines = (count: number): string =>
  count === 1 ? 'One line cannot be taken in.' : `${count} lines cannot be taken in.`

/** False where the list gives nobody a seat and changes nobody. */
export const hasSomethingToDo = ({ created, updated }: ListReport): boolean => created + updated > 0

function sentences(report: ListReport, isDone: boolean): string[] {
  const { created, updated, unchanged, refused } = report
  const line = (count: number, words: string) => (count > 0 ? [`${people(count)} ${words}.`] : [])
  const found = [
    ...line(created, isDone ? 'got a seat' : 'would get a seat'),
    ...line(
      updated,
      isDone ? 'had their name or job title changed' : 'would have their name or job title changed',
    ),
    ...line(
      unchanged,
      unchanged === 1
        ? 'is a member already and stays as they are'
        : 'are members already and stay as they are',
    ),
  ]
  if (refused > 0) return [...found, lines(refused)]
  return found.length > 0 ? found : ['The list has headings, and no line for a person.']
}

function titleOf(report: ListReport, isDone: boolean): string {
  if (!hasSomethingToDo(report)) return 'There is nobody to add.'
  return isDone ? 'The list is in.' : 'This is what the list would do. Nothing has changed yet.'
}

function toneOf(report: ListReport): 'good' | 'warning' | 'plain' {
  if (report.refused > 0) return 'warning'
  return hasSomethingToDo(report) ? 'good' : 'plain'
}

/** What a list did or would do, and what is wrong with it, line by line. */
export const ListReportView = ({ report, isDone }: ReportProps) => (
  <>
    <Notice tone={toneOf(report)} title={titleOf(report, isDone)}>
      {sentences(report, isDone).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </Notice>
    {report.faults.length > 0 ? <Faults faults={report.faults} /> : null}
  </>
)

const HEADINGS = ['Line', 'Person', 'Column', 'What is wrong']

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
          {HEADINGS.map((heading) => (
            <th key={heading} scope="col" className="py-1.5 pr-4 font-semibold">
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {faults.map(({ line, who, field, message }) => (
          <tr key={`${line} ${field} ${message}`} className="border-b border-rule align-top">
            <td className="py-1.5 pr-4 tabular-nums">{line}</td>
            <td className="py-1.5 pr-4 wrap-anywhere">{who}</td>
            <td className="py-1.5 pr-4">{field}</td>
            <td className="py-1.5 wrap-anywhere">{message}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)
