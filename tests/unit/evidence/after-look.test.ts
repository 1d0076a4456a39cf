import { describe, expect, it } from 'vitest'
import { afterLook, type LinkState } from '@/sources/watch/after-look'
import type { Finding } from '@/sources/watch/look-at-link'

const LINK = 'https://example.org/report'
const GOOD: Finding = { kind: 'good' }
const GONE: Finding = { kind: 'gone', said: 'answered 404' }
const UNWELL: Finding = { kind: 'unsure', said: 'answered 503' }
const HOUR = 3_600_000
const START = Date.parse('2026-11-02T09:00:00.000Z')

/** Looks at these hours after the start. */
const after = (...looks: readonly (readonly [number, Finding])[]): LinkState | null =>
  looks.reduce<LinkState | null>(
    (before, [hours, finding]) => afterLook(before, LINK, finding, new Date(START + hours * HOUR)),
    null,
  )

describe('a link', () => {
  it('is dead once two looks a day apart found it gone, and not before', () => {
    expect(after([0, GONE])?.standing).toBe('suspect')
    expect(after([0, GONE], [2, GONE])?.standing).toBe('suspect')
    expect(after([0, GONE], [24, GONE])?.standing).toBe('dead')
  })

  it('is not dead where it answered in between', () => {
    expect(after([0, GONE], [24, GOOD], [48, GONE])?.standing).toBe('suspect')
  })

  it('is neither dead nor alive by a server that is unwell', () => {
    expect(after([0, UNWELL], [24, UNWELL], [48, UNWELL])?.standing).toBe('unsure')
    expect(after([0, GONE], [24, GONE], [48, UNWELL])?.standing).toBe('dead')
    expect(after([0, GONE], [12, UNWELL], [24, GONE])?.standing).toBe('dead')
  })

  it('keeps the last day it was good', () => {
    expect(after([0, GOOD], [168, GONE], [192, UNWELL])?.goodAt).toBe('2026-11-02T09:00:00.000Z')
  })

  it('is looked at a week later while it is good, a day later when it is not', () => {
    expect(after([0, GOOD])?.nextAt).toBe('2026-11-09T09:00:00.000Z')
    expect(after([0, GONE])?.nextAt).toBe('2026-11-03T09:00:00.000Z')
  })

  it('starts anew when an officer changes it', () => {
    const dead = after([0, GONE], [24, GONE])
    const changed = afterLook(dead, 'https://example.org/new', GONE, new Date(START + 48 * HOUR))

    expect(changed).toMatchObject({ standing: 'suspect', goodAt: null })
  })
})
