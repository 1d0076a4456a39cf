import { describe, expect, it, vi } from 'vitest'

describe('that no seat is free', () => {
  it('is known by any copy of the code: a build makes one for the hooks and one for the pages', async () => {
    const ofHooks = await import('@/lib/seats')
    vi.resetModules()
    const ofPages = await import('@/lib/seats')
    const fault = new ofHooks.SeatsFull(3)

    expect(fault).not.toBeInstanceOf(ofPages.SeatsFull)
    expect(ofPages.isSeatsFull(fault)).toBe(true)
    expect(ofPages.isSeatsFull(new Error('All 3 seats are taken.'))).toBe(false)
  })
})
