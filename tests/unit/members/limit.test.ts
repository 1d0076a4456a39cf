import { expect, it } from 'vitest'
import { limitOf } from '@/lib/limit'
import { attemptsInMemory } from '../../support/attempts-in-memory'

const counted = () => ({ name: 'test', store: attemptsInMemory() })

const at = (time: string) => new Date(`2026-11-23T${time}Z`)

it('allows so many attempts a window, each key by itself, and says how long to wait', async () => {
  const limit = limitOf(2, 15, counted())

  expect(await limit('ana', at('09:01:00'))).toEqual({ kind: 'allowed' })
  expect(await limit('ana', at('09:02:00'))).toEqual({ kind: 'allowed' })
  expect(await limit('ana', at('09:03:00'))).toEqual({ kind: 'wait', minutes: 12 })
  expect(await limit('ben', at('09:03:00'))).toEqual({ kind: 'allowed' })
})

it('allows again when the window is over', async () => {
  const limit = limitOf(1, 15, counted())
  await limit('ana', at('09:14:00'))

  expect(await limit('ana', at('09:14:59'))).toEqual({ kind: 'wait', minutes: 1 })
  expect(await limit('ana', at('09:15:00'))).toEqual({ kind: 'allowed' })
})
