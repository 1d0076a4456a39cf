import { expect, it } from 'vitest'
import { searchDocument, searchRequest } from '../../support/search-documents'
import type { EngineUnderTest } from '../search-engine.contract'

const first = searchDocument({ id: 'one', title: 'Brownfield land', text: 'Derelict docks.' })
const second = searchDocument({ id: 'one', title: 'Greenfield land', text: 'Open meadows.' })

/** The index follows what is put into it, from wherever it is put. */
export function keepingPromises({ engine, openAnother }: EngineUnderTest): void {
  const total = async (typed: string, asked = engine()) =>
    (await asked.search('members', searchRequest(typed))).total

  it('shows a change at the next search, from another connection too', async () => {
    const other = await openAnother()
    await engine().put([first])
    expect(await total('derelict', other)).toBe(1)
    await other.put([second])
    expect(await total('derelict')).toBe(0)
    expect(await total('meadows')).toBe(1)
  })

  it('holds a document once, however often it is put', async () => {
    await engine().put([first, first])
    await engine().put([first])
    expect(await engine().count('members')).toBe(1)
    expect(await total('brownfield')).toBe(1)
  })

  it('keeps documents apart under any id, marks and letters of other scripts included', async () => {
    const ids = ['a/b c.d', 'a_b', 'a_5fb', 'a_', 'a__0', 'tŷ', '🏠']
    await engine().put(ids.map((id) => searchDocument({ id, title: 'Brownfield land' })))
    const found = (await engine().search('members', searchRequest('brownfield'))).hits
    expect(found.map(({ id }) => id).sort()).toEqual([...ids].sort())
    await engine().remove(ids)
    expect(await engine().count('members')).toBe(0)
  })

  it('knows what it holds by fingerprint', async () => {
    await engine().put([first])
    expect([...(await engine().fingerprints('public'))]).toEqual([['one', first.fingerprint]])
    expect([...(await engine().fingerprints('members', ['one', 'two']))]).toEqual([
      ['one', first.fingerprint],
    ])
  })

  it('passes over what it does not hold when asked to remove it', async () => {
    await engine().put([first])
    await engine().remove(['two', 'one', 'one'])
    expect(await engine().count('public')).toBe(0)
    expect(await engine().count('members')).toBe(0)
  })

  it('forgets the words of what is removed, spelling included', async () => {
    await engine().put([first])
    await engine().remove(['one'])
    expect((await engine().search('members', searchRequest('brownfeld'))).suggestion).toBeNull()
  })

  it('answers from the old index until a rebuilt one is whole, then from the new', async () => {
    const other = await openAnother()
    await engine().put([first])
    const before = await engine().generation()
    await engine().rebuild(async (put) => {
      await put([second])
      expect(await total('brownfield', other)).toBe(1)
      expect(await total('greenfield', other)).toBe(0)
    })
    expect(await total('brownfield', other)).toBe(0)
    expect(await total('greenfield', other)).toBe(1)
    expect(await other.generation()).not.toBe(before)
  })

  it('keeps answering from the old index when a rebuild fails', async () => {
    await engine().put([first])
    const failing = engine().rebuild(() => Promise.reject(new Error('the database went away')))
    await expect(failing).rejects.toThrow('the database went away')
    expect(await total('brownfield')).toBe(1)
    await engine().rebuild((put) => put([second]))
    expect(await total('greenfield')).toBe(1)
  })

  it('suggests titles, topics and series by how they begin', async () => {
    const practice = { slug: 'ideas', name: 'Ideas in Practice' }
    const topics = [{ slug: 'land', name: 'Land use' }]
    await engine().put([
      searchDocument({ id: 'two', title: 'Idle land', topics, series: practice }),
    ])
    expect(await engine().suggest('public', 'LAN', 8)).toEqual([
      { kind: 'topic', slug: 'land', name: 'Land use' },
      { kind: 'briefing', id: 'two' },
    ])
    expect(await engine().suggest('members', 'prac', 8)).toEqual([
      { kind: 'series', slug: 'ideas', name: 'Ideas in Practice' },
    ])
    expect(await engine().suggest('public', 'land', 1)).toHaveLength(1)
  })
}
