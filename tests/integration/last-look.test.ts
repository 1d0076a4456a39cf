import { afterAll, beforeAll } from 'vitest'
import { lastLookOf } from '@/bulletin/adapters/by-database'
import { payloadLastLook } from '@/bulletin/adapters/payload-last-look'
import { lastLookContract, type LookedAt } from '../contract/last-look.contract'
import { type BulletinWorld, makeBulletinWorld } from '../support/bulletin-world'
import { openTestPayload, type TestPayload } from '../support/test-payload'

let test: TestPayload
let world: BulletinWorld
beforeAll(async () => {
  test = await openTestPayload()
  world = await makeBulletinWorld(test.payload)
})
afterAll(() => test.close())

const withLook = (look: typeof lastLookOf) => (): LookedAt => ({
  payload: test.payload,
  secret: test.settings.secret,
  world,
  look: look(test.payload, test.settings),
})

lastLookContract('this-database', withLook(lastLookOf))
lastLookContract('through-payload', withLook(payloadLastLook))
