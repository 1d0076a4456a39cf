import { expect, it } from 'vitest'
import { SearchUnavailable } from '@/search/search-engine'
import { toldOnce } from '@/worker/told-once'

function aLook() {
  const state = { fault: null as Error | null, returns: 0 }
  const look = toldOnce(
    () => (state.fault ? Promise.reject(state.fault) : Promise.resolve()),
    () => (state.returns += 1),
  )
  return { state, look }
}

it('tells of an outage when it begins and when it ends, and not between', async () => {
  const { state, look } = aLook()
  state.fault = new SearchUnavailable('No answer.')
  await expect(look()).rejects.toThrow('No answer.')
  await look()
  await look()
  expect(state.returns).toBe(0)
  state.fault = null
  await look()
  await look()
  expect(state.returns).toBe(1)
})

it('tells of every fault that is not an outage', async () => {
  const { state, look } = aLook()
  state.fault = new Error('The database went away.')
  await expect(look()).rejects.toThrow()
  await expect(look()).rejects.toThrow('The database went away.')
})
