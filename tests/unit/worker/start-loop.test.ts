import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { startLoop } from '@/worker/start-loop'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const noFault = (fault: unknown) => {
  throw fault
}

/** A look that ends when the test says so. */
function heldLook() {
  const ends: (() => void)[] = []
  const look = vi.fn(() => new Promise<void>((resolve) => ends.push(resolve)))
  return { look, end: () => ends.shift()?.() }
}

it('looks at once, and again when its time has passed', async () => {
  const look = vi.fn(() => Promise.resolve())
  const loop = startLoop({ name: 'test', everyMs: 1000, look }, noFault)

  expect(look).toHaveBeenCalledTimes(1)
  await vi.advanceTimersByTimeAsync(2000)
  expect(look).toHaveBeenCalledTimes(3)
  await loop.stop()
})

it('goes on after a look that failed, and says which loop it was', async () => {
  const faults: unknown[] = []
  const look = vi.fn(() => Promise.reject(new Error('broken')))
  const loop = startLoop({ name: 'indexing', everyMs: 1000, look }, (_, name) => faults.push(name))

  await vi.advanceTimersByTimeAsync(1000)

  expect(faults).toEqual(['indexing', 'indexing'])
  await loop.stop()
})

it('never overlaps itself, and looks once more for all who woke it meanwhile', async () => {
  const { look, end } = heldLook()
  const loop = startLoop({ name: 'test', everyMs: 60_000, look }, noFault)
  loop.wake()
  loop.wake()
  expect(look).toHaveBeenCalledTimes(1)

  end()
  await vi.advanceTimersByTimeAsync(0)
  expect(look).toHaveBeenCalledTimes(2)

  end()
  await vi.advanceTimersByTimeAsync(1000)
  expect(look).toHaveBeenCalledTimes(2)
  await loop.stop()
})

it('stops once the look under way has ended, and does not begin another', async () => {
  const { look, end } = heldLook()
  const loop = startLoop({ name: 'test', everyMs: 10, look }, noFault)
  const stopped = vi.fn()
  const stopping = loop.stop().then(stopped)

  await vi.advanceTimersByTimeAsync(100)
  expect(stopped).not.toHaveBeenCalled()
  end()
  await stopping
  loop.wake()
  await vi.advanceTimersByTimeAsync(100)

  expect(look).toHaveBeenCalledTimes(1)
})
