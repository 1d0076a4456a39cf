import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import {
  chromiumPath,
  cisiFolder,
  meilisearchBinary,
  meilisearchServer,
  mongodbUri,
} from '../tests/support/facilities'
import {
  countBrowserTests,
  countVitest,
  NOTHING,
  plus,
  type Tally,
} from '../tests/support/test-tally'
import { childEnvironment } from './command/child-environment'

const HELP = `npm test                 every test this machine can run; what it cannot run is named and counted as skipped
npm test -- unit         one kind: unit, contract, architecture, integration or e2e`

const KINDS = ['unit', 'contract', 'architecture', 'integration', 'e2e']
const folder = mkdtempSync(path.join(tmpdir(), 'signpost-tests-'))

/** In the environment of the tests, not the launcher's production one. */
const run = (command: string[], env: Record<string, string> = {}): Promise<number> =>
  new Promise((resolve) => {
    spawn(process.execPath, command, {
      stdio: 'inherit',
      env: childEnvironment({ NODE_ENV: 'test', ...env }),
    }).once('close', (code) => resolve(code ?? 1))
  })

/** Vitest counts them as skipped; their names would be lost among the others. */
function sayWhatMeilisearchWouldTest(kinds: string[]): void {
  if (!meilisearchServer() && kinds.includes('contract')) {
    console.log(
      '\nSkipped: the contract of the search engines and what readers find, on Meilisearch. Set TEST_MEILISEARCH_URL to a server, and TEST_MEILISEARCH_KEY to its master key.',
    )
  }
  if (!meilisearchBinary() && kinds.includes('integration')) {
    console.log(
      '\nSkipped: Meilisearch killed and started again. Set TEST_MEILISEARCH_BIN to the program.',
    )
  }
}

function sayWhatTheCollectionWouldTest(kinds: string[]): void {
  if (cisiFolder() || !kinds.includes('contract')) return
  console.log(
    '\nSkipped: the search judged by the cisi collection. Put it at ../shared/corpora/cisi (docs.jsonl, queries.jsonl, qrels.tsv).',
  )
}

async function vitest(kinds: string[]): Promise<Tally> {
  if (kinds.length === 0) return NOTHING
  const report = path.join(folder, 'vitest.json')
  const code = await run([
    'node_modules/vitest/vitest.mjs',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...kinds.map((kind) => `--project=${kind}*`),
  ])
  const { tally, testsOnSqlite } = countVitest(readFileSync(report, 'utf8'), code)
  sayWhatMeilisearchWouldTest(kinds)
  sayWhatTheCollectionWouldTest(kinds)
  if (mongodbUri() || !kinds.includes('integration')) return tally
  console.log(
    `\nSkipped: ${testsOnSqlite} integration tests on MongoDB. Set TEST_MONGODB_URI to a server, such as mongodb://127.0.0.1:27017/?replicaSet=rs0`,
  )
  return plus(tally, { ...NOTHING, skipped: testsOnSqlite })
}

async function browserTests(): Promise<Tally> {
  const report = path.join(folder, 'playwright.json')
  const playwright = [
    'node_modules/@playwright/test/cli.js',
    'test',
    '--config',
    'tests/e2e/playwright.config.ts',
  ]
  const isHere = chromiumPath() !== undefined
  const code = await run(
    [...playwright, ...(isHere ? ['--reporter=list,json'] : ['--list', '--reporter=json'])],
    { PLAYWRIGHT_JSON_OUTPUT_NAME: report },
  )
  const tally = countBrowserTests(readFileSync(report, 'utf8'), code, isHere)
  if (!isHere) {
    console.log(
      `\nSkipped: ${tally.skipped} browser tests. Install Chromium, or set CHROMIUM_PATH to one.`,
    )
  }
  return tally
}

const asked = process.argv.slice(2)
if (asked.includes('--help')) {
  console.log(HELP)
} else if (asked.some((kind) => !KINDS.includes(kind))) {
  console.error(`There is no such kind of test. Choose from: ${KINDS.join(', ')}.`)
  process.exitCode = 2
} else {
  const kinds = asked.length > 0 ? asked : KINDS
  const inNode = await vitest(kinds.filter((kind) => kind !== 'e2e'))
  const inBrowser = kinds.includes('e2e') ? await browserTests() : NOTHING
  const { passed, failed, skipped, faults } = plus(inNode, inBrowser)
  for (const fault of faults) console.log(`\nFailed: ${fault}`)
  console.log(`\n${passed} passed, ${failed} failed, ${skipped} skipped`)
  rmSync(folder, { recursive: true, force: true })
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0
}
