import { stripVTControlCharacters } from 'node:util'

export type Tally = {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
  /** What failed, a line each: its file, its title and the first line of its error. */
  readonly faults: readonly string[]
}

export const NOTHING: Tally = { passed: 0, failed: 0, skipped: 0, faults: [] }

export const plus = (one: Tally, other: Tally): Tally => ({
  passed: one.passed + other.passed,
  failed: one.failed + other.failed,
  skipped: one.skipped + other.skipped,
  faults: [...one.faults, ...other.faults],
})

/** A run that ended badly with no failed test still counts as one failure. */
const withExitCode = (tally: Tally, code: number): Tally =>
  code !== 0 && tally.failed === 0
    ? {
        ...tally,
        failed: 1,
        faults: [...tally.faults, `No test failed, but the run ended with ${code}.`],
      }
    : tally

const firstLine = (text = ''): string => stripVTControlCharacters(text).split('\n')[0] ?? ''

const fault = (file: string, title: string, error?: string): string =>
  `${file.replace(/^.*\/tests\//, 'tests/')} › ${title}${error ? `: ${firstLine(error)}` : ''}`

type VitestTest = {
  readonly status: string
  readonly fullName: string
  readonly failureMessages?: readonly string[]
}

type VitestReport = {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly numTodoTests: number
  readonly testResults: readonly {
    readonly name: string
    readonly status: string
    readonly message: string
    readonly assertionResults: readonly VitestTest[]
  }[]
}

const faultsOfFile = ({
  name,
  status,
  message,
  assertionResults,
}: VitestReport['testResults'][number]) => {
  const failed = assertionResults.filter((test) => test.status === 'failed')
  // A file that would not load has no tests.
  if (status === 'failed' && failed.length === 0) return [fault(name, 'the file', message)]
  return failed.map(({ fullName, failureMessages }) => fault(name, fullName, failureMessages?.[0]))
}

/** Reads vitest's JSON report; `testsOnSqlite` is how many tests MongoDB would run too, were it here. */
export function countVitest(report: string, code: number): { tally: Tally; testsOnSqlite: number } {
  const results = JSON.parse(report) as VitestReport
  const faults = results.testResults.flatMap(faultsOfFile)
  return {
    tally: withExitCode(
      {
        passed: results.numPassedTests,
        failed: Math.max(results.numFailedTests, faults.length),
        skipped: results.numPendingTests + results.numTodoTests,
        faults,
      },
      code,
    ),
    testsOnSqlite: results.testResults
      .filter(({ name }) => name.includes('/tests/integration/'))
      .reduce((sum, { assertionResults }) => sum + assertionResults.length, 0),
  }
}

type Spec = { readonly title: string; readonly file: string; readonly ok: boolean }

type Suite = { readonly specs?: readonly Spec[]; readonly suites?: readonly Suite[] }

type PlaywrightReport = {
  readonly suites: readonly Suite[]
  readonly stats: {
    readonly expected: number
    readonly unexpected: number
    readonly flaky: number
    readonly skipped: number
  }
}

const specsOf = (suites: readonly Suite[]): readonly Spec[] =>
  suites.flatMap(({ specs = [], suites: below = [] }) => [...specs, ...specsOf(below)])

/** Reads Playwright's JSON report; a list that was not run counts as skipped. A flaky test is a failed one. */
export function countBrowserTests(report: string, code: number, wasRun: boolean): Tally {
  const { stats, suites } = JSON.parse(report) as PlaywrightReport
  const specs = specsOf(suites)
  if (!wasRun) return withExitCode({ ...NOTHING, skipped: specs.length }, code)
  return withExitCode(
    {
      passed: stats.expected,
      failed: stats.unexpected + stats.flaky,
      skipped: stats.skipped,
      faults: specs
        .filter(({ ok }) => !ok)
        .map(({ file, title }) => fault(`/tests/e2e/${file}`, title)),
    },
    code,
  )
}
