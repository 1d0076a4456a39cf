import { expect, it } from 'vitest'
import { newestOnly } from '@/lib/newest-only'

function question<T>() {
  let resolve!: (value: T) => void
  let reject!: (fault: Error) => void
  const promise = new Promise<T>((yes, no) => {
    resolve = yes
    reject = no
  })
  const signals: AbortSignal[] = []
  return { promise, resolve, reject, signals }
}

it('gives the answer to a question nobody overtook', async () => {
  const { ask } = newestOnly()
  expect(await ask(() => Promise.resolve('yes'))).toEqual({ kind: 'answered', answer: 'yes' })
})

it('never shows an older answer, even when it arrives last', async () => {
  const { ask } = newestOnly()
  const slow = question<string>()
  const first = ask((signal) => {
    slow.signals.push(signal)
    return slow.promise
  })
  expect(await ask(() => Promise.resolve('newer'))).toMatchObject({ answer: 'newer' })
  expect(slow.signals[0]?.aborted).toBe(true)
  slow.resolve('older')
  expect(await first).toEqual({ kind: 'stale' })
})

it('tells a failure of the newest question, and keeps quiet about those it gave up', async () => {
  const { ask, drop } = newestOnly()
  const fault = new Error('no answer')
  expect(await ask(() => Promise.reject(fault))).toEqual({ kind: 'failed', fault })

  const left = question<string>()
  const asked = ask(() => left.promise)
  drop()
  left.reject(fault)
  expect(await asked).toEqual({ kind: 'stale' })
})
