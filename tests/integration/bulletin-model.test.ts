import fc from 'fast-check'
import { expect, inject, it } from 'vitest'
import { TERMINAL_STATES } from '@/bulletin/delivery-store'
import { readSubscription, setSubscription } from '@/bulletin/subscriptions'
import { tickBulletin } from '@/bulletin/tick-bulletin'
import { type ModelServer, modelServer, READERS, type Step, steps } from '../support/bulletin-model'
import { type BulletinStage, memberIdOf, openStage } from '../support/bulletin-stage'
import { addReader, publishBriefing } from '../support/bulletin-world'
import { Crash, failingWrites, type FailingWrites } from '../support/failing-writes'
import type { Briefing, BulletinDelivery, BulletinIssue, BulletinItem } from '@/payload-types'

const RUNS = Number(process.env.MODEL_RUNS ?? (inject('database') === 'sqlite' ? 30 : 8))
const SEED = Number(process.env.MODEL_SEED ?? 7)
const CONNECTIONS = 5
const DAY = 24 * 60 * 60 * 1000

type World = {
  readonly stage: BulletinStage
  readonly server: ModelServer
  readonly writes: FailingWrites
  readonly ids: ReadonlyMap<string, string>
  /** Those who changed what they get: what they were owed at each moment is not followed. */
  readonly changed: Set<string>
  readonly mailedAfterLeaving: string[]
  readonly published: string[]
  now: Date
  crashes: number
}

async function openWorld(): Promise<World> {
  const stage = await openStage()
  const { payload } = stage.test
  const ids = new Map<string, string>()
  for (const name of READERS) {
    const { housing, crime, council } = stage.world
    await addReader(payload, name, council, name === 'dee' ? [crime] : [housing, crime])
    ids.set(name, await memberIdOf(stage, name))
  }
  const mailedAfterLeaving: string[] = []
  const server = modelServer(async ({ to }) => {
    const memberId = ids.get(to.address.split('@')[0] ?? '') ?? ''
    const subscription = await readSubscription({ payload, memberId })
    if (subscription?.status === 'unsubscribed') mailedAfterLeaving.push(to.address)
  })
  const writes = failingWrites(payload)
  const rest = { changed: new Set<string>(), mailedAfterLeaving, published: [] }
  return { stage, server, writes, ids, ...rest, now: new Date(), crashes: 0 }
}

const choose = (world: World, name: string, status: 'active' | 'unsubscribed', topics?: string[]) =>
  setSubscription({
    payload: world.stage.test.payload,
    memberId: world.ids.get(name) ?? '',
    status,
    ...(topics && { topicIds: topics }),
    madeThrough: 'account',
    wording: 'Send me the Bulletin.',
    now: world.now,
  })

/** Ticks as a worker does, until nothing moves; the process may end at any write. */
async function tick(world: World, times: number): Promise<void> {
  const { stage, server } = world
  for (let count = 0; count < times; count += 1) {
    try {
      await tickBulletin({
        ...stage.test,
        mailer: server.mailer,
        findsAmong: stage.findsAmong,
        now: world.now,
        clock: () => world.now,
      })
    } catch (fault) {
      if (!(fault instanceof Crash) && !(fault instanceof Error && fault.cause instanceof Crash)) {
        throw fault
      }
    }
    if (world.writes.restart()) world.crashes += 1
    // Past every lease, rest of the breaker and putting off.
    world.now = new Date(world.now.getTime() + 2 * 60 * 60 * 1000)
  }
}

/** The slot is passed by a little and not by days, or rows would expire unsent. */
async function passAWeek(world: World, ticks: number): Promise<void> {
  const { payload } = world.stage.test
  const { docs } = await payload.db.find<BulletinIssue>({
    collection: 'bulletin-issues',
    where: { state: { equals: 'planned' } },
  })
  const slotAt = docs[0] ? new Date(docs[0].slotAt) : null
  world.now = slotAt && slotAt > world.now ? slotAt : new Date(world.now.getTime() + DAY)
  await tick(world, ticks)
}

async function take(world: World, step: Step): Promise<void> {
  const { payload } = world.stage.test
  const { housing, crime } = world.stage.world
  const topic = (index: number) => (index === 0 ? housing.id : crime.id)
  const chosen = 'which' in step ? world.published[step.which % world.published.length] : undefined
  const change = (data: object) =>
    payload.update({ collection: 'briefings', id: chosen ?? '', overrideAccess: true, data })
  switch (step.kind) {
    case 'publish': {
      const title = `Briefing ${world.published.length}`
      const publishedAt = new Date(world.now.getTime() - 60_000).toISOString()
      const made = { title, publishedAt, topics: [topic(step.topic)] }
      world.published.push((await publishBriefing(payload, made)).id)
      return
    }
    case 'edit':
      if (!chosen) return
      await change(
        step.isSubstantial
          ? { updateKind: 'substantial', changeNote: 'New figures.', _status: 'published' }
          : { summary: 'Put otherwise.', _status: 'published' },
      )
      return
    case 'take back':
      if (chosen) await change({ _status: 'draft' })
      return
    case 'subscribe':
      world.changed.add(step.who)
      await choose(world, step.who, 'active', step.topics.map(topic))
      return
    case 'unsubscribe':
      world.changed.add(step.who)
      await choose(world, step.who, 'unsubscribed')
      return
    case 'a week passes':
      world.server.answerWith(step.replies)
      await passAWeek(world, 3)
      return
    case 'crash':
      world.server.answerWith(step.replies)
      world.writes.crashAfter(step.writes)
      await passAWeek(world, 3)
  }
}

const every = async <T extends object>(world: World, collection: string): Promise<T[]> => {
  const { docs } = await world.stage.test.payload.db.find({
    collection: collection as 'bulletin-issues',
    where: {},
    pagination: false,
    limit: 0,
  })
  return docs as unknown as T[]
}

async function expectInvariants(world: World): Promise<void> {
  const { server } = world
  const deliveries = await every<BulletinDelivery>(world, 'bulletin-deliveries')
  const issues = await every<BulletinIssue>(world, 'bulletin-issues')
  const byMessage = new Map(deliveries.map((row) => [row.messageId, row]))

  const ids = server.accepted.map(({ messageId }) => messageId)
  expect(new Set(ids).size, 'I1: nobody got an issue twice').toBe(ids.length)
  for (const { state, key, ...counts } of issues.filter((one) => one.state === 'finished')) {
    const rows = deliveries.filter(({ issueKey }) => issueKey === key)
    const ended = rows.filter((row) => TERMINAL_STATES.some((one) => one === row.state))
    expect(ended.length, `I2: every row of ${key} (${state}) came to its end`).toBe(rows.length)
    expect(counts.candidates).toBe(rows.length)
  }
  for (const { state, messageId } of deliveries.filter((row) => row.state === 'sent')) {
    expect(ids, `I3: what is ${state} was accepted`).toContain(messageId)
  }
  for (const messageId of ids) {
    expect(['sent', 'uncertain'], 'I4: what was accepted is known').toContain(
      byMessage.get(messageId)?.state,
    )
  }
  const uncertain = deliveries.filter(({ state }) => state === 'uncertain').length
  expect(uncertain, 'I5').toBeLessThanOrEqual(world.crashes * CONNECTIONS + server.lost())
  expect(world.mailedAfterLeaving, 'I7: nobody is mailed after leaving').toEqual([])
}

/** Dee follows crime alone, the others everything there is. */
const isFor = (world: World, name: string, topics: Briefing['topics']): boolean =>
  !world.changed.has(name) &&
  (name !== 'dee' || (topics ?? []).some((topic) => topic === world.stage.world.crime.id))

/** I6: what stands now was announced, and reached everybody who stayed on its topics, or the ledger says why not. */
async function expectNothingLost(world: World): Promise<void> {
  const { payload } = world.stage.test
  const items = await every<BulletinItem>(world, 'bulletin-items')
  const receipts = await every<{ memberId: string; briefingId: string; edition: number }>(
    world,
    'bulletin-receipts',
  )
  const deliveries = await every<BulletinDelivery>(world, 'bulletin-deliveries')
  const { docs } = await payload.find({
    collection: 'briefings',
    overrideAccess: true,
    pagination: false,
    depth: 0,
    where: { _status: { equals: 'published' } },
  })
  for (const { id, edition, topics } of docs) {
    const item = items.find((one) => one.briefingId === id && one.edition === edition)
    expect(item, `the edition ${edition} of ${id} was announced`).toBeDefined()
    for (const name of READERS.filter((one) => isFor(world, one, topics))) {
      const memberId = world.ids.get(name) ?? ''
      const isTold = receipts.some(
        (one) => one.memberId === memberId && one.briefingId === id && one.edition === edition,
      )
      const reasons = deliveries.filter((one) => one.memberId === memberId && one.state !== 'sent')
      expect(isTold || reasons.length > 0, `${name} was told of ${id} or a reason stands`).toBe(
        true,
      )
    }
  }
}

it(`keeps every promise through ${RUNS} random lives (MODEL_RUNS, MODEL_SEED ${SEED})`, async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (life) => {
      const world = await openWorld()
      try {
        for (const step of life) await take(world, step)
        world.server.answerWith([])
        for (let weeks = 0; weeks < 3; weeks += 1) await passAWeek(world, 3)
        await expectInvariants(world)
        await expectNothingLost(world)
      } finally {
        world.writes.restart()
        await world.stage.close()
      }
    }),
    { numRuns: RUNS, seed: SEED, endOnFailure: true },
  )
}, 600_000)
