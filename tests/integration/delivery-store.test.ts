import { afterAll, beforeAll } from 'vitest'
import { deliveryStoreOf } from '@/bulletin/adapters/by-database'
import { payloadDeliveryStore } from '@/bulletin/adapters/payload-delivery-store'
import { deliveryStoreContract } from '../contract/delivery-store.contract'
import { openTestPayload, type TestPayload } from '../support/test-payload'

let test: TestPayload
beforeAll(async () => {
  test = await openTestPayload()
})
afterAll(() => test.close())

// Each over a connection of its own, as two processes have.
deliveryStoreContract(() => [deliveryStoreOf(test.payload), payloadDeliveryStore(test.payload)])
