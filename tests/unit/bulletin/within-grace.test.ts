import type { Payload } from 'payload'
import { expect, it } from 'vitest'
import { withinGrace } from '@/bulletin/within-grace'

const told: unknown[] = []
const payload = {
  logger: { error: (fault: unknown) => told.push(fault) },
} as unknown as Payload

const stopped = () => {
  const stop = new AbortController()
  stop.abort()
  return stop.signal
}

it('waits for work as long as it takes, unless it is to stop', async () => {
  const work = Promise.resolve('done')
  expect(await withinGrace(work, { payload })).toBe('done')
  expect(await withinGrace(work, { payload, stop: new AbortController().signal })).toBe('done')
})

it('waits a while for what is under way when it is to stop, and no longer', async () => {
  const never = new Promise<string>(() => undefined)
  expect(await withinGrace(Promise.resolve('done'), { payload, stop: stopped() })).toBe('done')
  expect(await withinGrace(never, { payload, stop: stopped(), grace: 5 })).toBeNull()
})

it('passes a fault of the work on, and notes one that comes too late', async () => {
  const broken = Promise.reject(new Error('the database has gone'))
  await expect(withinGrace(broken, { payload, stop: stopped() })).rejects.toThrow('has gone')

  let fail: (fault: Error) => void = () => undefined
  const late = new Promise<string>((_, reject) => {
    fail = reject
  })
  expect(await withinGrace(late, { payload, stop: stopped(), grace: 5 })).toBeNull()
  fail(new Error('too late'))
  await expect.poll(() => told).toHaveLength(1)
})
