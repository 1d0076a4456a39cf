import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { mongodbUri } from '../tests/support/facilities'
import { childEnvironment } from './command/child-environment'
import { runCommand, WrongUse } from './command/run-command'

const HELP = `npm run test:long [-- --kills N] [--minutes N] [--out FILE]

Kills the Bulletin's sender at 200 random instants on each database there is, and holds what the mail server accepted
against the ledger; kills the desk's saves as often, and holds what is left against what was acknowledged. SQLite always,
MongoDB where TEST_MONGODB_URI is set.

  --kills N      so many instead of 200
  --minutes N    stops killing after so many minutes on each database, and says how many kills there were
  --out FILE     writes the table there as well, as JSON`

/** What `saves-cut-short.test.ts` kills: keeping, saving, publishing and publishing for the first time. */
const KINDS_OF_SAVES = 4

type KillReport = Readonly<Record<string, string | number>>

const count = (name: string, value: string | undefined, usual: number): number => {
  const chosen = value === undefined ? usual : Number(value)
  if (!(chosen > 0)) throw new WrongUse(`--${name} must be a number above nought.`)
  return chosen
}

/** @returns what was counted, or null where a promise was broken or the run failed. */
async function killOn(
  database: string,
  folder: string,
  env: Readonly<Record<string, string>>,
): Promise<KillReport | null> {
  const report = path.join(folder, `${database}.json`)
  const child = spawn(
    process.execPath,
    [
      'node_modules/vitest/vitest.mjs',
      'run',
      `--project=integration on ${database}`,
      'tests/integration/bulletin-kill.test.ts',
      'tests/integration/saves-cut-short.test.ts',
    ],
    {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: childEnvironment({ NODE_ENV: 'test', BULLETIN_KILL_REPORT: report, ...env }),
    },
  )
  const code = await new Promise((resolve) => child.once('close', resolve))
  return code === 0 ? (JSON.parse(readFileSync(report, 'utf8')) as KillReport) : null
}

const OPTIONS = {
  kills: { type: 'string' },
  minutes: { type: 'string' },
  out: { type: 'string' },
} as const

await runCommand({ help: HELP, options: OPTIONS }, async ({ values, say, answer, endAsFailed }) => {
  const kills = count('kills', values.kills, 200)
  const minutes = count('minutes', values.minutes, Infinity)
  const env = {
    BULLETIN_KILLS: String(kills),
    BULLETIN_MINUTES: String(minutes),
    SAVING_KILLS: String(Math.ceil(kills / KINDS_OF_SAVES)),
  }
  const folder = mkdtempSync(path.join(tmpdir(), 'signpost-long-'))
  const reports: KillReport[] = []
  for (const database of ['sqlite', ...(mongodbUri() ? ['mongodb'] : [])]) {
    const report = await killOn(database, folder, env)
    if (report) reports.push(report)
    else endAsFailed()
  }
  rmSync(folder, { recursive: true, force: true })
  for (const report of reports) {
    say('')
    for (const [what, value] of Object.entries(report)) say(`${what.padEnd(26)} ${value}`)
  }
  if (values.out) writeFileSync(values.out, `${JSON.stringify(reports, null, 2)}\n`)
  answer({ reports })
})
