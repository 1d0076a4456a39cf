import { openTestPayload, type TestPayload } from '../test-payload'
import { makePeople, PASSWORD, type People } from './people'

/** A whole Signpost with one of everybody in it, and a colleague who owns what is not theirs. */
export type House = TestPayload & { readonly people: People; readonly colleagueId: string }

export async function openHouse(): Promise<House> {
  const test = await openTestPayload()
  const colleague = await test.payload.create({
    collection: 'staff',
    overrideAccess: true,
    data: {
      name: 'Colleague',
      email: 'colleague@signpost.example',
      password: PASSWORD,
      role: 'officer',
    },
  })
  return { ...test, people: await makePeople(test), colleagueId: colleague.id }
}
