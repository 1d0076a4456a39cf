import type { AdminViewServerProps } from 'payload'
import { DeskPage, staffAt } from '@/admin/desk-page'
import { settings } from '@/config/settings'
import { Chart, SpanTable } from './chart'
import { QueryTable } from './query-table'
import { hrefOfChoice, readChoice, WHOSE } from './read-choice'
import { PERIODS, readReport, type ReportChoice, type Whose } from './read-report'
import type { SearchReport } from './tally'
import { toShare } from './words'

type Way = { readonly label: string; readonly choice: ReportChoice; readonly isChosen: boolean }

const Ways = ({ title, ways }: { readonly title: string; readonly ways: readonly Way[] }) => (
  <nav aria-label={title} className="signpost-searches__ways">
    {ways.map(({ label, choice, isChosen }) => (
      <a key={label} href={hrefOfChoice(choice)} aria-current={isChosen ? 'true' : undefined}>
        {label}
      </a>
    ))}
  </nav>
)

const Choices = ({ choice }: { readonly choice: ReportChoice }) => (
  <div>
    <Ways
      title="Period"
      ways={PERIODS.map((days) => ({
        label: `${days} days`,
        choice: { ...choice, days },
        isChosen: days === choice.days,
      }))}
    />
    <Ways
      title="Searched by"
      ways={Object.entries(WHOSE).map(([whose, label]) => ({
        label,
        choice: { ...choice, whose: whose as Whose },
        isChosen: whose === choice.whose,
      }))}
    />
  </div>
)

const Numbers = ({ searches, unfound, opened, medianRank }: SearchReport) => (
  <dl className="signpost-searches__numbers">
    <div>
      <dt>Searches</dt>
      <dd>{searches}</dd>
    </div>
    <div>
      <dt>Found nothing</dt>
      <dd>{toShare(unfound, searches)}</dd>
    </div>
    <div>
      <dt>Led to a result</dt>
      <dd>{toShare(opened, searches - unfound)}</dd>
    </div>
    <div>
      <dt>Its usual place in the list</dt>
      <dd>{medianRank ?? '–'}</dd>
    </div>
  </dl>
)

const whyEmpty = () =>
  settings().search.logDays === 0
    ? 'No searches are kept here: SEARCH_LOG_DAYS is 0.'
    : 'Nobody has searched in this time. Come back when readers have been here.'

type ReportProps = {
  readonly report: SearchReport
  readonly choice: ReportChoice
  readonly isEditor: boolean
}

function Report({ report, choice, isEditor }: ReportProps) {
  if (report.searches === 0) return <p>{whyEmpty()}</p>
  const unit = choice.days === 7 ? 'day' : 'week'
  return (
    <>
      <Numbers {...report} />
      <Chart spans={report.spans} unit={unit} />
      <p className="signpost-searches__key">
        <span className="signpost-searches__swatch" /> searches, of which{' '}
        <span className="signpost-searches__swatch signpost-searches__swatch--unfound" /> found
        nothing
      </p>
      <SpanTable spans={report.spans} unit={unit} />
      <QueryTable
        caption="Searches that found nothing"
        lines={report.askedInVain}
        whenEmpty="Every search found something."
        isEditor={isEditor}
      />
      <QueryTable
        caption="What people search for"
        lines={report.asked}
        whenEmpty="Readers used filters alone."
        isEditor={isEditor}
      />
    </>
  )
}

/** What people search for, what finds nothing and what they open: for all staff. */
export async function SearchesView(props: AdminViewServerProps) {
  const { role } = staffAt(props, 'searches')
  const choice = readChoice(props.searchParams ?? {})
  const report = await readReport(props.initPageResult.req.payload, choice, new Date())
  return (
    <DeskPage {...props} className="signpost-searches">
      <h1>Searches</h1>
      <p>
        What readers look for, without their names.{' '}
        <a href="/admin/collections/search-log">Every search</a>
      </p>
      <Choices choice={choice} />
      <Report report={report} choice={choice} isEditor={role !== 'officer'} />
    </DeskPage>
  )
}
