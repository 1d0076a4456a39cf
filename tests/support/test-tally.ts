export type Tally = { readonly passed: number; readonly failed: number; readonly skipped: number }

export const NOTHING: Tally = { passed: 0, failed: 0, skipped: 0 }

export const plus = (one: Tally, other: Tally): Tally => ({
  passed: one.passed + other.passed,
  failed: one.failed + other.failed,
  skipped: one.skipped + other.skipped,
})

/** A run that ended badly with no failed test (a file that would not load) still counts as one failure. */
const withExitCode = (tally: Tally, code: number): Tally =>
  code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally

type VitestReport = {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly numTodoTests: number
  readonly testResults: readonly {
    readonly name: string
    readonly assertionResults: readonly unknown[]
  }[]
}

/** Reads vitest's JSON report; `testsOnSqlite` is how many tests MongoDB would run too, were it here. */
export function countVitest(report: string, code: number): { tally: Tally; testsOnSqlite: number } {
  const results = JSON.parse(report) as VitestReport
  return {
    tally: withExitCode(
      {
        passed: results.numPassedTests,
        failed: results.numFailedTests,
        skipped: results.numPendingTests + results.numTodoTests,
      },
      code,
    ),
    testsOnSqlite: results.testResults
      .filter(({ name }) => name.includes('/tests/integration/'))
      .reduce((sum, { assertionResults }) => sum + assertionResults.length, 0),
  }
}

type Suite = { readonly specs?: readonly unknown[]; readonly suites?: readonly Suite[] }

type PlaywrightReport = {
  readonly suites: readonly Suite[]
  readonly stats: {
    readonly expected: number
    readonly unexpected: number
    readonly flaky: number
    readonly skipped: number
  }
}

const countSpecs = (suites: readonly Suite[]): number =>
  suites.reduce(
    (sum, { specs, suites: below }) => sum + (specs?.length ?? 0) + countSpecs(below ?? []),
    0,
  )

/** Reads Playwright's JSON report; a list that was not run counts as skipped. A flaky test is a failed one. */
export function countBrowserTests(report: string, code: number, wasRun: boolean): Tally {
  const { stats, suites } = JSON.parse(report) as PlaywrightReport
  if (!wasRun) return withExitCode({ ...NOTHING, skipped: countSpecs(suites) }, code)
  return withExitCode(
    { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped },
    code,
  )
}
