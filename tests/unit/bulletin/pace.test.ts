import { expect, it } from 'vitest'
import { paceOf, type Rates } from '@/bulletin/pace'

/** When each of so many mails begins, in seconds, if all ask at once. */
async function beginnings(rates: Rates, mails: number): Promise<number[]> {
  const waits: number[] = []
  const pace = paceOf(rates, {
    now: () => 0,
    wait: (milliseconds) => {
      waits.push(milliseconds)
      return Promise.resolve()
    },
  })
  for (let mail = 0; mail < mails; mail += 1) await pace()
  const atOnce = Array.from({ length: mails - waits.length }, () => 0)
  return [...atOnce, ...waits.map((wait) => wait / 1000)]
}

/** The most that begin within any stretch of so many seconds. */
const mostWithin = (times: readonly number[], seconds: number): number =>
  Math.max(...times.map((at) => times.filter((one) => one >= at && one < at + seconds).length))

it('begins as many mails as it likes where nothing limits it', async () => {
  expect(await beginnings({}, 500)).toEqual(Array.from({ length: 500 }, () => 0))
})

it('begins no more mails in any second than the server allows', async () => {
  const times = await beginnings({ perSecond: 3 }, 10)
  expect(times).toEqual([0, 0, 0, 1, 1, 1, 2, 2, 2, 3])
})

it('begins no more mails in any minute than the server allows, nor in any second', async () => {
  const times = await beginnings({ perSecond: 2, perMinute: 5 }, 23)
  expect(mostWithin(times, 60)).toBe(5)
  expect(mostWithin(times, 1)).toBe(2)
  expect(times.at(-1)).toBeLessThan(300)
})
