import { afterAll, beforeAll, expect, it } from 'vitest'
import { type House, openHouse } from '../support/access-table/house'
import { throughDoors } from '../support/through-doors'

const NO_ONES_ID = '01999999-9999-7999-8999-999999999999'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const asEditor = () => {
  const { editor } = house.people
  return { headers: editor.door === 'http' ? editor.headers : {} }
}

it('has nothing for staff either where Payload has a route without anything behind it', async () => {
  for (const path of [
    'attempts/versions',
    `attachments/versions/${NO_ONES_ID}`,
    'media/file/%00a.png',
    'media/file/0123abcd.png?prefix=..%2f',
    'attachments/file/..%2f..%2fsignpost.db',
    'payload-migrations',
  ]) {
    expect((await throughDoors(house, path, asEditor())).status, path).toBe(404)
  }
  expect((await throughDoors(house, 'briefings/versions', asEditor())).status).toBe(200)
})

it('says how a filter is written where one is written otherwise', async () => {
  const answer = await throughDoors(house, 'briefings?where=notobject', asEditor())

  expect(answer.status).toBe(400)
  expect(await answer.text()).toContain('where[title][like]=rents')
})

it('tells staff nothing of its inside when a query makes Payload stumble', async () => {
  const stumbles = () =>
    Promise.resolve(Response.json({ errors: [{ message: 'SELECT hash' }] }, { status: 500 }))
  const answer = await throughDoors(house, 'briefings', asEditor(), stumbles)

  expect(answer.status).toBe(500)
  expect(await answer.text()).toBe(
    '{"error":{"code":"server","message":"Something went wrong on our side."}}',
  )
})
