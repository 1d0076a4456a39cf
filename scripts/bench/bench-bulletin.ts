import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import path from 'node:path'
import { type BenchResult, ratioOf, type Target } from './bench-result'
import { type Environment, runScript } from './measured-site'
import { type SiteWhileSending, siteWhileSending } from './site-while-sending'
import { type Drain, startDrain } from './start-drain'

const LEAST_RATIO = 0.5
const MOST_SLOWER = 1.5
const MOST_GROWTH_MB = 5

/** With fewer mails a process is still warming up when it is done. */
const ENOUGH_FOR_MEMORY = 5000

/** In megabytes. What was kept is what is left once all garbage is gone. */
type Memory = { readonly peakMb: number; readonly halfWayMb: number; readonly endMb: number }

export type SentRound = {
  readonly perSecond: number
  /** With what closes the issue: receipts looked through, the ledger added up. */
  readonly perSecondClosed: number
  readonly commitsASecond: number
  readonly mailsACommit: number
  readonly memory: Memory
}

export type BulletinBench = {
  readonly result: BenchResult
  readonly baselines: readonly number[]
  readonly rounds: readonly SentRound[]
  readonly site: SiteWhileSending | null
  readonly targets: readonly Target[]
}

export type BulletinBenchOptions = {
  readonly members: number
  readonly rounds: number
  readonly withSite: boolean
  readonly onProgress: (line: string) => void
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN

const rounded = (value: number): number => Math.round(value * 10) / 10

/** Throws unless the server got one mail for each member, and none twice. */
async function checkTaken(drain: Drain, members: number): Promise<void> {
  const { messages, again } = await drain.beginAnew()
  if (messages !== members || again > 0) {
    throw new Error(`The server took ${messages} mails for ${members} members, ${again} twice.`)
  }
}

type Stage = {
  readonly folder: string
  readonly issueKey: string
  readonly drain: Drain
  readonly members: number
}

const environmentOf = (dataDir: string, { url }: Drain): Environment => ({
  DATA_DIR: dataDir,
  DATABASE_URI: '',
  SITE_URL: '',
  SMTP_URL: url,
  NODE_ENV: 'production',
})

/** A copy of the database in which the issue is enrolled and nothing is sent. */
function copyOf({ folder, drain }: Stage, name: string): Environment {
  const copy = path.join(folder, name)
  cpSync(path.join(folder, 'enrolled'), copy, { recursive: true })
  return environmentOf(copy, drain)
}

async function sendFinished(stage: Stage): Promise<{ perSecond: number; bytes: number }> {
  const { folder, issueKey, drain, members } = stage
  const env = environmentOf(path.join(folder, 'enrolled'), drain)
  const sent = await runScript('send-finished', ['--issue', issueKey], env)
  await checkTaken(drain, members)
  const perSecond = members / (Number(sent.tookMs) / 1000)
  return { perSecond: rounded(perSecond), bytes: Math.round(Number(sent.bytesAMessage)) }
}

async function sendBulletin(stage: Stage, name: string): Promise<SentRound> {
  const { folder, issueKey, drain, members } = stage
  const sent = await runScript('send-bulletin', ['--issue', issueKey], copyOf(stage, name))
  rmSync(path.join(folder, name), { recursive: true })
  await checkTaken(drain, members)
  if (sent.sent !== members) throw new Error(`Of ${members} mails ${String(sent.sent)} are sent.`)
  const seconds = Number(sent.tookMs) / 1000
  return {
    perSecond: rounded(members / seconds),
    perSecondClosed: rounded(members / (Number(sent.closedMs) / 1000)),
    commitsASecond: rounded(Number(sent.commits) / seconds),
    mailsACommit: rounded(members / Number(sent.commits)),
    memory: sent.memory as Memory,
  }
}

function targetsOf(
  members: number,
  ratio: number,
  rounds: readonly SentRound[],
  site: SiteWhileSending | null,
): Target[] {
  const targets: Target[] = [
    {
      what: `${ratio} of what nodemailer alone sends, at least ${LEAST_RATIO}`,
      isMet: ratio >= LEAST_RATIO,
    },
  ]
  if (members >= ENOUGH_FOR_MEMORY) {
    const growth = rounded(median(rounds.map(({ memory }) => memory.endMb - memory.halfWayMb)))
    targets.push({
      what: `what the sender keeps in memory grew by ${growth} MB over the second half, at most ${MOST_GROWTH_MB}`,
      isMet: growth <= MOST_GROWTH_MB,
    })
  }
  if (site) {
    const slower = ratioOf(site.whileSending.p95, site.alone.p95)
    targets.push({
      what: `the site’s p95 is ${slower} × its own alone while a worker sends, at most ${MOST_SLOWER}`,
      isMet: slower <= MOST_SLOWER,
    })
  }
  return targets
}

async function measure(
  { members, rounds: count, withSite, onProgress }: BulletinBenchOptions,
  drain: Drain,
  folder: string,
): Promise<BulletinBench> {
  const env = environmentOf(path.join(folder, 'enrolled'), drain)
  const filled = await runScript('fill-bulletin', ['--members', String(members)], env)
  const stage: Stage = { folder, issueKey: String(filled.issueKey), drain, members }
  const load = loadavg().map(rounded)
  const baselines: { perSecond: number; bytes: number }[] = []
  const rounds: SentRound[] = []
  for (let round = 1; round <= count; round += 1) {
    onProgress(`Round ${round} of ${count}: nodemailer alone …`)
    const baseline = await sendFinished(stage)
    baselines.push(baseline)
    onProgress(`Round ${round} of ${count}: the Bulletin …`)
    const sent = await sendBulletin(stage, `round-${round}`)
    rounds.push(sent)
    onProgress(`Round ${round}: ${baseline.perSecond} a second alone, ${sent.perSecond} ours`)
  }
  onProgress('The site while a worker sends …')
  const token = String(filled.token)
  const site = withSite
    ? await siteWhileSending({ env: copyOf(stage, 'site'), token, drain, mails: members })
    : null
  const alone = baselines.map(({ perSecond }) => perSecond)
  const ours = median(rounds.map(({ perSecond }) => perSecond))
  const baseline = median(alone)
  const ratio = ratioOf(ours, baseline)
  const targets = targetsOf(members, ratio, rounds, site)
  const enrolledASecond = rounded(members / (Number(filled.enrolledMs) / 1000))
  const about = { members, bytesAMessage: baselines[0]?.bytes, enrolledASecond, load }
  return {
    result: {
      name: 'bulletin',
      ratio,
      ours,
      baseline,
      unit: 'messages a second (median of the rounds; baseline: nodemailer alone, 5 connections)',
      details: { ...about, cores: cpus().length, baselines: alone, rounds, site, targets },
    },
    baselines: alone,
    rounds,
    site,
    targets,
  }
}

/**
 * Sends an issue to so many members, with its ledger on SQLite, and the same finished messages by nodemailer alone, in
 * turn, to a mail server in a process of its own; then times the site while a worker sends.
 */
export async function benchBulletin(options: BulletinBenchOptions): Promise<BulletinBench> {
  const folder = mkdtempSync(path.join(tmpdir(), 'signpost-bench-'))
  const drain = await startDrain()
  try {
    return await measure(options, drain, folder)
  } finally {
    await drain.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
