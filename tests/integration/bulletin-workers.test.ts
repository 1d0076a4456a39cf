import { afterEach, expect, it, vi } from 'vitest'
import { brokenPromises } from '../support/broken-promises'
import type { RunningCommand } from '../support/bundled-command'
import { openSenderStage, type SenderStage } from '../support/sender-stage'

/** Several processes start in each test. */
vi.setConfig({ testTimeout: 900_000 })

const READERS = 24
const MINUTE = 60_000

let stage: SenderStage
afterEach(() => stage.close())

/** What happens once the server has so many mails. */
type Course = ReadonlyMap<number, () => Promise<void>>

async function openAlong(course: Course): Promise<void> {
  stage = await openSenderStage(READERS, {
    afterAccepting: async () => {
      await course.get(stage.sink.accepted.length)?.()
    },
  })
  await stage.publish('For several workers')
}

/** A lease lasts a minute: for who looks two minutes on, one that is not renewed has run out. */
const startAhead = (minutes: number) =>
  stage.start({ isWorker: true, clockAhead: minutes * MINUTE })

/** Waits until so many are at work; fails with what one of them said that ended by a fault. */
async function expectBegun(workers: readonly RunningCommand[], count: number): Promise<void> {
  await vi.waitUntil(() => workers.length === count || stage.faults.length > 0, 300_000)
  expect({ count: workers.length, faults: stage.faults }).toEqual({ count, faults: [] })
}

async function expectEachOnce(workers: readonly RunningCommand[]): Promise<void> {
  for (const { ended } of workers) {
    const { code, said } = await ended
    expect(code, said).toBe(0)
  }
  expect(brokenPromises(await stage.evidence(0))).toEqual([])
  expect(stage.sink.accepted).toHaveLength(READERS)
}

it.each([2, 3])('tells everybody once when %i workers begin at once', async (count) => {
  await openAlong(new Map())
  const workers = Array.from({ length: count }, () => stage.start({ isWorker: true }))
  await expectEachOnce(workers)
})

it('tells everybody once when a worker sleeps through its lease, and wakes after another has ended', async () => {
  const workers: RunningCommand[] = []
  const course = new Map([
    [
      6,
      async () => {
        await stage.putToSleep(workers[0])
        workers.push(startAhead(2))
      },
    ],
  ])
  await openAlong(course)
  workers.push(stage.start({ isWorker: true }))
  await workers[0]?.says('ready')
  await expectBegun(workers, 2)

  const second = await workers[1]?.ended
  expect(second?.code, second?.said).toBe(0)
  const [issue] = (await stage.evidence(0)).issues
  expect(issue).toMatchObject({ state: 'finished' })
  const uncertain = (await stage.rows(issue?.key ?? '')).filter(
    ({ state }) => state === 'uncertain',
  )
  expect(uncertain.length).toBeGreaterThan(0)

  workers[0]?.signal('SIGCONT')
  await expectEachOnce(workers)
})

it('tells everybody once when a worker that slept wakes beside the one that took over', async () => {
  const workers: RunningCommand[] = []
  const course = new Map([
    [
      6,
      async () => {
        await stage.putToSleep(workers[0])
        workers.push(startAhead(2))
      },
    ],
    [14, () => Promise.resolve(workers[0]?.signal('SIGCONT'))],
  ])
  await openAlong(course)
  workers.push(stage.start({ isWorker: true }))
  await expectBegun(workers, 2)
  await expectEachOnce(workers)
})

it('tells everybody once when two of three workers sleep, and both wake beside the third', async () => {
  const workers: RunningCommand[] = []
  const course = new Map([
    [
      5,
      async () => {
        await stage.putToSleep(workers[0])
        workers.push(startAhead(2))
      },
    ],
    [
      12,
      async () => {
        await stage.putToSleep(workers[1])
        workers.push(startAhead(5))
      },
    ],
    [
      17,
      () => {
        workers[0]?.signal('SIGCONT')
        workers[1]?.signal('SIGCONT')
        return Promise.resolve()
      },
    ],
  ])
  await openAlong(course)
  workers.push(stage.start({ isWorker: true }))
  await expectBegun(workers, 3)
  await expectEachOnce(workers)
})
