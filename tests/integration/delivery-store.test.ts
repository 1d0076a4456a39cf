import { afterAll, beforeAll } from 'vitest'
import { payloadDeliveryStore } from '@/bulletin/adapters/payload-delivery-store'
import { deliveryStoreContract } from '../contract/delivery-store.contract'
import { openTestPayload, type TestPayload } from '../support/test-payload'

let test: TestPayload
beforeAll(async () => {
  test = await openTestPayload()
})
afterAll(() => test.close())

deliveryStoreContract(() => [
  payloadDeliveryStore(test.payload),
  payloadDeliveryStore(test.payload),
])
