import { rm } from 'node:fs/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openIssueNow } from '@/bulletin/issues'
import type { BulletinDelivery } from '@/payload-types'
import {
  addReader,
  type BulletinWorld,
  makeBulletinWorld,
  publishBriefing,
} from '../support/bulletin-world'
import { bundleCommand, type RunningCommand, startCommand } from '../support/bundled-command'
import { openSmtpSink, refuseWith, type SmtpSink } from '../support/smtp-sink'
import { openTestPayload, type TestPayload } from '../support/test-payload'

const ISSUES = 4
const KILLS_AN_ISSUE = 5
const READERS = 40

/** When the process is killed, as its server sees it. */
type Moment = 'naming the recipient' | 'body whole, not accepted' | 'accepted, not answered'

const MOMENTS: readonly Moment[] = [
  'accepted, not answered',
  'body whole, not accepted',
  'accepted, not answered',
  'body whole, not accepted',
  'naming the recipient',
]

/** The next kill: at which moment of which message after the start. */
type Plan = { readonly moment: Moment; messagesToCome: number }

type Kill = {
  readonly moment: Moment
  readonly issueState: string
  readonly sending: readonly string[]
}

const names = Array.from({ length: READERS }, (_, index) => `reader${index}`)
const addresses = names.map((name) => `${name}@example.org`).sort()

let test: TestPayload
let world: BulletinWorld
let sink: SmtpSink
let command: string
let plan: Plan | null = null
let running: RunningCommand | null = null

/** Kills the sender if its time has come. Answers whether this was the moment. */
async function killAt(moment: Moment): Promise<boolean> {
  if (plan?.moment !== moment) return false
  plan.messagesToCome -= 1
  if (plan.messagesToCome > 0) return false
  plan = null
  await running?.kill()
  return true
}

beforeAll(async () => {
  test = await openTestPayload()
  world = await makeBulletinWorld(test.payload)
  for (const name of names) await addReader(test.payload, name, world.council, [world.crime])
  sink = await openSmtpSink({
    onRecipient: async () => {
      await killAt('naming the recipient')
    },
    beforeAccepting: async () => {
      if (await killAt('body whole, not accepted')) throw refuseWith('4.3.0 gone', 451)
    },
    afterAccepting: async () => {
      await killAt('accepted, not answered')
    },
  })
  command = await bundleCommand('bulletin')
})

afterAll(async () => {
  await running?.kill()
  await sink.close()
  await test.close()
  await rm(command, { force: true })
})

const runSend = () =>
  startCommand(command, ['send', '--now'], {
    DATA_DIR: test.settings.dataDir,
    DATABASE_URI: test.settings.database.uri,
    PAYLOAD_SECRET: test.settings.secret,
    SMTP_URL: sink.url,
  })

async function rowsOf(issueKey: string): Promise<BulletinDelivery[]> {
  const { docs } = await test.payload.db.find<BulletinDelivery>({
    collection: 'bulletin-deliveries',
    where: { issueKey: { equals: issueKey } },
    limit: 0,
    pagination: false,
  })
  return docs
}

async function sendAndKill(moment: Moment, messagesToCome: number): Promise<Kill> {
  plan = { moment, messagesToCome }
  running = runSend()
  const { code, said } = await running.ended
  expect(code, `was not killed: ${said}`).toBeNull()
  const issue = await openIssueNow(test.payload)
  const rows = await rowsOf(issue?.key ?? '')
  return {
    moment,
    issueState: issue?.state ?? 'none',
    sending: rows.filter(({ state }) => state === 'sending').map(({ address }) => address),
  }
}

/** Numbers from a seed, so that a run that fails can be run again (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

type IssueRun = {
  readonly kills: readonly Kill[]
  readonly rows: readonly BulletinDelivery[]
  readonly accepted: readonly string[]
}

async function runIssueWithKills(title: string, random: () => number): Promise<IssueRun> {
  sink.accepted.length = 0
  await publishBriefing(test.payload, { title, topics: [world.crime.id] })
  const kills: Kill[] = []
  for (const moment of MOMENTS.slice(0, KILLS_AN_ISSUE)) {
    kills.push(await sendAndKill(moment, 1 + Math.floor(random() * 4)))
  }
  const issueKey = (await openIssueNow(test.payload))?.key ?? ''
  running = runSend()
  const { code, said } = await running.ended
  expect(code, said).toBe(0)
  return { kills, rows: await rowsOf(issueKey), accepted: sink.addresses() }
}

it(
  'sends nobody an issue twice and loses nobody when it is killed twenty times',
  { timeout: 600_000 },
  async () => {
    const random = seeded(20261127)
    const runs: IssueRun[] = []
    for (let issue = 1; issue <= ISSUES; issue += 1) {
      runs.push(await runIssueWithKills(`Briefing ${issue}`, random))
    }
    const kills = runs.flatMap((run) => run.kills)
    const uncertain = runs.flatMap(({ rows, accepted }) =>
      rows
        .filter(({ state }) => state === 'uncertain')
        .map(({ address }) => accepted.includes(address)),
    )

    for (const { rows, accepted } of runs) {
      expect(new Set(accepted).size).toBe(accepted.length)
      expect(rows.map(({ address }) => address).sort()).toEqual(addresses)
      for (const { address, state } of rows) {
        expect(['sent', 'uncertain']).toContain(state)
        if (state === 'sent') expect(accepted).toContain(address)
      }
    }
    expect(kills.map(({ issueState }) => issueState)).toEqual(kills.map(() => 'sending'))
    expect(kills).toHaveLength(ISSUES * KILLS_AN_ISSUE)
    expect(kills.filter(({ sending }) => sending.length > 0).length).toBeGreaterThanOrEqual(10)
    expect(uncertain).toContain(true)
    expect(uncertain).toContain(false)
  },
)
