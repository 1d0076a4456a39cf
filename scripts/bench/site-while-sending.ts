import { setTimeout as pause } from 'node:timers/promises'
import { type Environment, type MeasuredSite, startMeasuredSite } from './measured-site'
import { type Timings, timingsOf } from './percentiles'
import type { Drain } from './start-drain'
import { startWorkerApart } from './worker-apart'

/** What a reader opens: the front page, the archive, what is new by mail, and the account. */
const ADDRESSES = ['/', '/briefings', '/bulletin', '/briefings?page=1', '/account']
/** A busy hour: five pages a second. Beyond what the machine serves, one would measure how long the queue grew. */
const ASKS_EVERY_MS = 200
const COUNTS_EVERY_MS = 50
const ALONE_MS = 20_000
const BEGINS_WITHIN_MS = 120_000

export type SiteWhileSending = {
  /** Before and after the worker ran. */
  readonly alone: Timings
  readonly whileSending: Timings
  /** Mails a second of the worker meanwhile. */
  readonly mailsASecond: number
}

/** One request after the other is begun at a steady pace, whether or not those before are answered, as long as `goesOn`. */
async function load(site: MeasuredSite, goesOn: () => boolean): Promise<number[]> {
  const asked: Promise<number>[] = []
  while (goesOn()) {
    const begun = performance.now()
    const address = ADDRESSES[asked.length % ADDRESSES.length] ?? '/'
    asked.push(site.get(address).then(() => performance.now() - begun))
    await pause(ASKS_EVERY_MS)
  }
  return Promise.all(asked)
}

async function loadFor(site: MeasuredSite, ms: number): Promise<number[]> {
  const until = performance.now() + ms
  return load(site, () => performance.now() < until)
}

/** From the first mail to the last. */
async function loadWhileSending(site: MeasuredSite, drain: Drain, mails: number) {
  const deadline = performance.now() + BEGINS_WITHIN_MS
  while ((await drain.tally()).messages === 0) {
    if (performance.now() > deadline) throw new Error('The worker has sent nothing.')
    await pause(COUNTS_EVERY_MS)
  }
  const begun = performance.now()
  let taken = 0
  let endedAt = begun
  const watch = setInterval(() => {
    void drain.tally().then(({ messages }) => {
      if (messages > taken) endedAt = performance.now()
      taken = messages
    })
  }, COUNTS_EVERY_MS)
  try {
    const took = await load(site, () => taken < mails && performance.now() < deadline)
    return { took, mailsASecond: Math.round((taken / (endedAt - begun)) * 1000) }
  } finally {
    clearInterval(watch)
  }
}

/**
 * Times a site under a light and steady load, with and without a worker apart that sends an issue of so many mails from
 * the same database.
 */
export async function siteWhileSending(args: {
  readonly env: Environment
  readonly token: string
  readonly drain: Drain
  readonly mails: number
}): Promise<SiteWhileSending> {
  const { env, token, drain, mails } = args
  const site = await startMeasuredSite({ ...env, WORKER: 'apart' }, token)
  try {
    await loadFor(site, ALONE_MS / 2)
    const before = await loadFor(site, ALONE_MS)
    await drain.beginAnew()
    const stopWorker = startWorkerApart(env)
    const { took, mailsASecond } = await loadWhileSending(site, drain, mails).finally(stopWorker)
    const after = await loadFor(site, ALONE_MS)
    return {
      alone: timingsOf([...before, ...after]),
      whileSending: timingsOf(took),
      mailsASecond,
    }
  } finally {
    await site.stop()
  }
}
