/**
 * A sender in a process of its own, which ends itself by SIGKILL where it is told to. It is the product's code: faults are
 * put between it and the database, the ledger and the mail server.
 */
import { writeSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import config from '@payload-config'
import { getPayload, type Payload } from 'payload'
import { deliveryStoreOf } from '@/bulletin/adapters/by-database'
import type { DeliveryStore } from '@/bulletin/delivery-store'
import { openIssue } from '@/bulletin/open-issue'
import { runIssue } from '@/bulletin/run-issue'
import { settings as readSettings } from '@/config/settings'
import { makeMailer } from '@/mail/make-mailer'
import type { Mailer } from '@/mail/mailer'
import { findsAmong } from '@/reading/finds-among'
import { makeSearchEngine } from '@/search/make-search-engine'
import { type Call, type KillPointName, watchFor } from './kill-points'

export type SenderPlan = {
  /** Where it ends itself. */
  readonly killedWhen?: KillPointName
  /** How far its clock is ahead, in milliseconds. */
  readonly clockAhead?: number
  /** Tries again until the issue is closed, as a worker does, instead of once. */
  readonly isWorker?: boolean
}

type Watch = (moment: 'before' | 'after', call: Call) => void

const plan = JSON.parse(process.argv[2] ?? '{}') as SenderPlan

const say = (words: string) => writeSync(1, `${words}\n`)

function die(): void {
  say(`killed when ${plan.killedWhen ?? ''}`)
  process.kill(process.pid, 'SIGKILL')
  // Nothing may happen between the signal and the end.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
}

type Method = (...words: never[]) => Promise<unknown>

const watched =
  (watch: Watch, method: Method, callOf: (words: unknown[]) => Call): Method =>
  async (...words: never[]) => {
    watch('before', callOf(words))
    const answer = await method(...words)
    watch('after', callOf(words))
    return answer
  }

function watchDatabase(payload: Payload, watch: Watch): void {
  const db = payload.db as unknown as Record<string, Method>
  for (const method of ['create', 'updateOne', 'deleteMany'] as const) {
    const original = db[method]?.bind(payload.db)
    if (!original) throw new Error(`The database has no ${method}.`)
    db[method] = watched(watch, original, ([asked]) => ({
      ...(asked as Pick<Call, 'collection' | 'data'>),
      of: 'database',
      method,
    }))
  }
}

function watchLedger(store: DeliveryStore, watch: Watch): DeliveryStore {
  const methods = Object.entries(store as unknown as Record<string, Method | boolean>).map(
    ([method, original]) => {
      if (typeof original !== 'function') return [method, original]
      const callOf = (words: unknown[]): Call => ({
        of: 'ledger',
        method,
        ...(['change', 'record'].includes(method) && { data: words[2] as Call['data'] }),
      })
      return [method, watched(watch, original, callOf)]
    },
  )
  return Object.fromEntries(methods) as DeliveryStore
}

const watchMailer = (mailer: Mailer, watch: Watch): Mailer => ({
  ...mailer,
  send: watched(watch, mailer.send, () => ({
    of: 'mailer',
    method: 'send',
  })) as Mailer['send'],
})

async function send(): Promise<void> {
  const watch: Watch = plan.killedWhen ? watchFor(plan.killedWhen, die) : () => undefined
  const settings = readSettings()
  const payload = await getPayload({ config })
  watchDatabase(payload, watch)
  const engine = makeSearchEngine(settings)
  const mailer = watchMailer(makeMailer(settings), watch)
  const store = watchLedger(deliveryStoreOf(payload), watch)
  const clock = () => new Date(Date.now() + (plan.clockAhead ?? 0))

  say('ready')
  const { key } = await openIssue({ payload, settings, now: clock() })
  const run = () =>
    runIssue({
      payload,
      settings,
      mailer,
      store,
      clock,
      findsAmong: findsAmong({ payload, engine }),
      issueKey: key,
      isAsked: true,
    })
  let outcome = await run()
  while (plan.isWorker && outcome.kind !== 'closed') {
    await setTimeout(20)
    outcome = await run()
  }
  say(JSON.stringify(outcome))
  process.exit(0)
}

await send()
