import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { brokenPromises } from '../support/broken-promises'
import type { RunningCommand } from '../support/bundled-command'
import { KILL_POINT_NAMES, type KillPointName } from '../support/kill-points'
import { CONNECTIONS, openSenderStage, type SenderStage } from '../support/sender-stage'
import { refuseWith } from '../support/smtp-sink'

/** Two processes start in each test. */
vi.setConfig({ testTimeout: 900_000 })

const READERS = 12

/** Moments that only the mail server sees. */
const SERVER_MOMENTS = [
  'a recipient is named',
  'a body is whole, and not accepted',
  'a mail is accepted, and not answered',
] as const

type ServerMoment = (typeof SERVER_MOMENTS)[number]

let stage: SenderStage
let running: RunningCommand
let awaited: ServerMoment | null = null
let kills = 0

async function killAt(moment: ServerMoment): Promise<boolean> {
  if (awaited !== moment) return false
  awaited = null
  await running.kill()
  return true
}

beforeAll(async () => {
  stage = await openSenderStage(READERS, {
    onRecipient: async () => {
      await killAt('a recipient is named')
    },
    beforeAccepting: async () => {
      if (await killAt('a body is whole, and not accepted')) throw refuseWith('4.3.0 gone', 451)
    },
    afterAccepting: async () => {
      await killAt('a mail is accepted, and not answered')
    },
  })
})
afterAll(() => stage.close())

/** A sender that is not killed ends what the one before it left. */
async function goOn(issueKey: string): Promise<void> {
  if ((await stage.issue(issueKey))?.state === 'finished') return
  const { code, said } = await stage.start().ended
  expect(code, said).toBe(0)
  expect(await stage.issue(issueKey), said).toMatchObject({ state: 'finished' })
}

async function expectAllKept(issueKey: string): Promise<void> {
  expect(brokenPromises(await stage.evidence(kills * CONNECTIONS))).toEqual([])
  const rows = await stage.rows(issueKey)
  expect(rows.filter(({ state }) => state === 'uncertain').length).toBeLessThanOrEqual(CONNECTIONS)
  expect(rows.every(({ state }) => state === 'sent' || state === 'uncertain')).toBe(true)
}

async function killedAt(point: KillPointName | ServerMoment, start: () => RunningCommand) {
  await stage.publish(`When ${point}`)
  running = start()
  const { signal, said } = await running.ended
  kills += 1
  expect(signal, said).toBe('SIGKILL')
  const issue = await stage.openIssue()
  const last = issue ?? (await stage.evidence(0)).issues.at(-1)
  return { said, issueKey: last?.key ?? '' }
}

it.each(KILL_POINT_NAMES)('tells everybody once when it is killed as %s', async (point) => {
  const { said, issueKey } = await killedAt(point, () => stage.start({ killedWhen: point }))
  expect(said).toContain(`killed when ${point}`)
  await goOn(issueKey)
  await expectAllKept(issueKey)
})

it.each(SERVER_MOMENTS)('tells everybody once when it is killed as %s', async (moment) => {
  awaited = moment
  const { issueKey } = await killedAt(moment, () => stage.start())
  expect(awaited).toBeNull()
  await goOn(issueKey)
  await expectAllKept(issueKey)
  const uncertain = (await stage.rows(issueKey)).filter(({ state }) => state === 'uncertain')
  const isPastTheGate = moment !== 'a recipient is named'
  expect(uncertain.length > 0).toBe(isPastTheGate)
})

it('has told everybody of everything after two more issues', async () => {
  for (const title of ['The last but one', 'The last']) {
    await stage.publish(title)
    expect(await stage.start().ended).toMatchObject({ code: 0 })
  }
  const { receipts, items, rows } = await stage.evidence(0)
  expect(rows.filter(({ state }) => state === 'uncertain').length).toBeGreaterThan(0)
  const promised = await stage.evidence(kills * CONNECTIONS)
  expect(brokenPromises(promised)).toEqual([])
  // Each briefing is for eight of twelve: one topic is followed by a third, and by a third that follows both.
  expect(receipts).toHaveLength(items.length * 8)
})
