import { describe, expect, it } from 'vitest'
import { mergeSessions } from '@/access/staff-rows/merge-sessions'

const NOW = new Date('2026-11-27T09:00:00Z')
const LATER = '2026-11-27T17:00:00.000Z'

const kept = (id: string, expiresAt: string | Date = LATER) => ({ id, createdAt: LATER, expiresAt })
const begins = (id: string) => ({ id, createdAt: NOW, expiresAt: new Date(LATER) })
const nobody = { own: null, begun: null }
const idsOf = (sessions: readonly { id: string }[]) => sessions.map(({ id }) => id)

describe('the sessions of a row', () => {
  it('gain the one that begins, and keep those that began meanwhile', () => {
    const merged = mergeSessions([kept('a'), kept('b')], [kept('a'), begins('c')], nobody, NOW)

    expect(idsOf(merged)).toEqual(['a', 'b', 'c'])
  })

  it('get none back that ended meanwhile', () => {
    expect(idsOf(mergeSessions([], [kept('a'), begins('c')], nobody, NOW))).toEqual(['c'])
  })

  it('lose the one that signs out, and no other', () => {
    const merged = mergeSessions([kept('a'), kept('b')], [], { own: 'a', begun: null }, NOW)

    expect(idsOf(merged)).toEqual(['b'])
  })

  it('lose the one that a refused sign-in had begun, whoever signed in beside it', () => {
    const merged = mergeSessions([kept('a'), kept('c')], [kept('b')], { own: 'a', begun: 'c' }, NOW)

    expect(idsOf(merged)).toEqual(['a'])
  })

  it('are renewed one by one, and not if they are over', () => {
    const longer = new Date('2026-11-27T18:00:00Z')
    const wished = [kept('a', longer), kept('gone')]

    expect(mergeSessions([kept('a'), kept('b')], wished, nobody, NOW)).toEqual([
      kept('a', longer),
      kept('b'),
    ])
    expect(mergeSessions([kept('b')], wished, nobody, NOW)).toEqual([kept('b')])
  })

  it('are forgotten once they have run out', () => {
    const merged = mergeSessions([kept('a', '2026-11-27T08:59:59Z')], [begins('c')], nobody, NOW)

    expect(idsOf(merged)).toEqual(['c'])
  })
})
