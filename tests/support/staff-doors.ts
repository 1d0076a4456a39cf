import { afterAll, beforeAll, beforeEach } from 'vitest'
import { type HostileHouse, openHostileHouse } from './hostile-house'
import { staffKnocks } from './staff-knocks'

type Opened = { readonly house: HostileHouse; readonly knocks: ReturnType<typeof staffKnocks> }

/**
 * A house for the tests of a file, with staff who knock at its doors.
 * @param use is told of them once they stand
 * @param env settings of that house
 */
export function staffDoorsForAll(
  use: (opened: Opened) => void,
  env: Record<string, string> = {},
): void {
  let house: HostileHouse
  beforeAll(async () => {
    house = await openHostileHouse(env)
    use({ house, knocks: staffKnocks(house) })
  })
  afterAll(() => house.close())
  // Each test in hours of its own, so that none is counted with another.
  beforeEach(() => {
    house.clock.now = new Date(house.clock.now.getTime() + 60 * 60_000)
    house.afterwards.length = 0
  })
}
