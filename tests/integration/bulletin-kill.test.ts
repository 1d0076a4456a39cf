import { setTimeout } from 'node:timers/promises'
import { writeFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import type { BulletinIssue } from '@/payload-types'
import { brokenPromises, type Evidence } from '../support/broken-promises'
import { seededRandom } from '../support/seeded-random'
import { CONNECTIONS, openSenderStage, type SenderStage } from '../support/sender-stage'

/** `npm run test:long` asks for more, and for a report. */
const KILLS = Number(process.env.BULLETIN_KILLS ?? 20)
const SEED = Number(process.env.BULLETIN_SEED ?? 20261127)
/** Stops killing after so many minutes, and says how many kills there were. */
const MINUTES = Number(process.env.BULLETIN_MINUTES ?? Infinity)
const REPORT = process.env.BULLETIN_KILL_REPORT
const READERS = 40

/** A process that was killed by the clock: where its issue stood, and how many of its own mails were at the gate. */
type Kill = { readonly state: string; readonly atTheGate: number }

type Course = { readonly kills: Kill[]; runs: number; longest: number }

const random = seededRandom(SEED)

let stage: SenderStage
beforeAll(async () => {
  stage = await openSenderStage(READERS)
})
afterAll(() => stage.close())

const counted = ({ kills }: Course): number =>
  kills.filter(({ state }) => state === 'sending').length

async function openOrNewIssue(course: Course): Promise<void> {
  const issue = await stage.openIssue()
  if (!issue || issue.state === 'planned') await stage.publish(`Run ${course.runs}`)
}

/** What a run does beside sending: it looks around, and settles. */
const AROUND = 0.25

/** How much of a whole run is left to do, so that the instant falls within it. */
async function partLeft(issue: BulletinIssue | null): Promise<number> {
  if (issue?.state !== 'sending') return 1
  const rows = await stage.rows(issue.key)
  const pending = rows.filter(({ state }) => state === 'pending').length
  return AROUND + (1 - AROUND) * (pending / READERS)
}

async function timed(end: Promise<{ code: number | null; said: string }>): Promise<number> {
  const start = performance.now()
  const { code, said } = await end
  expect(code, said).toBe(0)
  return performance.now() - start
}

/** Starts a sender and kills it at an instant that chance names; or it was faster, and that is no kill. */
async function killAtAnInstant(course: Course): Promise<void> {
  await openOrNewIssue(course)
  const before = await stage.openIssue()
  const instant = random.fraction() * course.longest * (await partLeft(before))
  const running = stage.start()
  course.runs += 1
  await running.says('ready')
  await Promise.race([setTimeout(instant), running.ended])
  await running.kill()
  const { signal, code, said } = await running.ended
  if (signal !== 'SIGKILL') {
    expect(code, said).toBe(0)
    return
  }
  const issue = await stage.openIssue()
  const rows = issue ? await stage.rows(issue.key) : []
  const fenceBefore = before?.fence ?? 0
  const atTheGate = rows.filter(
    ({ state, fence }) => state === 'sending' && fence > fenceBefore,
  ).length
  course.kills.push({ state: issue?.state ?? 'finished', atTheGate })
}

async function sendWhole(title: string): Promise<number> {
  await stage.publish(title)
  const running = stage.start()
  await running.says('ready')
  return timed(running.ended)
}

function report({ kills, runs }: Course, { rows, accepted, issues }: Evidence): void {
  if (!REPORT) return
  const has = new Set(accepted)
  const uncertain = rows.filter(({ state }) => state === 'uncertain')
  const answer = {
    database: inject('database'),
    seed: SEED,
    issues: issues.filter(({ state }) => state === 'finished').length,
    readers: READERS,
    connections: CONNECTIONS,
    processes: runs,
    killsWhileSending: kills.filter(({ state }) => state === 'sending').length,
    killsElsewhere: kills.filter(({ state }) => state !== 'sending').length,
    killsWithMailAtTheGate: kills.filter(({ atTheGate }) => atTheGate > 0).length,
    owed: rows.length,
    sent: rows.filter(({ state }) => state === 'sent').length,
    acceptedByTheServer: accepted.length,
    acceptedTwice: accepted.length - has.size,
    uncertain: uncertain.length,
    uncertainAndAccepted: uncertain.filter(({ messageId }) => has.has(messageId ?? '')).length,
    neitherSentNorUncertain: rows.filter(({ state }) => !['sent', 'uncertain'].includes(state))
      .length,
  }
  writeFileSync(REPORT, `${JSON.stringify(answer)}\n`)
}

it(
  `sends nobody an issue twice and forgets nobody, killed at ${KILLS} instants (BULLETIN_SEED ${SEED})`,
  { timeout: 600_000 + KILLS * 60_000 },
  async () => {
    const course: Course = { kills: [], runs: 0, longest: await sendWhole('The first') }
    const end = performance.now() + MINUTES * 60_000
    while (counted(course) < KILLS && performance.now() < end) await killAtAnInstant(course)
    if (await stage.openIssue()) await timed(stage.start().ended)
    for (const title of ['The last but one', 'The last']) await sendWhole(title)

    const evidence = await stage.evidence(course.kills.length * CONNECTIONS)
    report(course, evidence)
    expect(brokenPromises(evidence)).toEqual([])
    expect(evidence.issues.every(({ state }) => state === 'finished')).toBe(true)
    expect(evidence.rows.every(({ state }) => state === 'sent' || state === 'uncertain')).toBe(true)
    const costly = course.kills.filter(({ atTheGate }) => atTheGate > 0)
    // How many of them are depends on how busy the machine is; without any, nothing was put to the test.
    expect(costly.length).toBeGreaterThan(0)
  },
)
