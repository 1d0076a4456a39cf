import { expect, it } from 'vitest'
import { areTooMany } from '@/bulletin/too-many-complaints'
import { wasLookedAt } from '@/bulletin/was-looked-at'

it('stops an issue that more than three readers in a thousand call junk', () => {
  expect(areTooMany(4, 1000)).toBe(true)
  expect(areTooMany(3, 1000)).toBe(false)
})

it('does not stop an issue at the word of one reader, or before a share says anything', () => {
  expect(areTooMany(1, 120)).toBe(false)
  expect(areTooMany(2, 99)).toBe(false)
  expect(areTooMany(2, 120)).toBe(true)
})

it('asks a person once: who let the issue go on has looked', () => {
  const decision = (what: string, why: string) => ({ what, why, by: 'ivy', at: '2026-11-27' })
  const paused = decision('paused', '4 of 1000 readers called the mail junk')
  const resumed = decision('resumed', 'looked at')
  const looked = (...decisions: object[]) =>
    wasLookedAt({ decisions }, 'readers called the mail junk')
  expect([looked(paused), looked(paused, resumed), looked(resumed, paused)]).toEqual([
    false,
    true,
    false,
  ])
})
