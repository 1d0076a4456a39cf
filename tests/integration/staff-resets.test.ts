import { describe, expect, it } from 'vitest'
import { type HostileHouse, textOf } from '../support/hostile-house'
import { staffDoorsForAll } from '../support/staff-doors'
import type { staffKnocks } from '../support/staff-knocks'

let house: HostileHouse
let knocks: ReturnType<typeof staffKnocks>
staffDoorsForAll((opened) => {
  ;({ house, knocks } = opened)
})

const forgot = (email: string, from: string) =>
  knocks.post('/api/staff/forgot-password', { email }, { 'x-test-from': from })

/** How many mails the asks from these places would send. */
async function mailsFor(email: string, places: readonly string[]): Promise<number> {
  const before = house.afterwards.length
  for (const from of places) await forgot(email, from)
  return house.afterwards.length - before
}

const placesOf = (count: number) => Array.from({ length: count }, (_, at) => `198.51.100.${at}`)

describe('a forgotten password', () => {
  it('is mailed for to its owner, however often somebody asks from elsewhere', async () => {
    const { email } = await knocks.anEditor()

    const elsewhere = Array.from({ length: 9 }, () => '198.51.100.9')
    expect(await mailsFor(email, elsewhere)).toBe(3)
    expect(await mailsFor(email, ['203.0.113.5'])).toBe(1)
  })

  it('fills no mailbox: ten go to one account in a quarter of an hour, and all are answered alike', async () => {
    const { email } = await knocks.anEditor()

    expect(await mailsFor(email, placesOf(14))).toBe(10)
    expect(textOf(await forgot(email, '203.0.113.5'))).toBe('200 {"message":"Success"}')
  })

  it('is asked for ten times from one place, whatever accounts it names', async () => {
    const counts: number[] = []
    for (let count = 0; count < 12; count += 1) {
      counts.push(await mailsFor(`nobody${count}@example.org`, ['203.0.113.7']))
    }

    expect(counts.filter((mails) => mails === 1)).toHaveLength(10)
  })
})
