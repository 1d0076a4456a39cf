import { expect, it } from 'vitest'
import type { DeliveryStore, NewDelivery } from '@/bulletin/delivery-store'

const now = new Date('2026-11-27T07:30:00Z')

const rowFor = (issueKey: string, member: string): NewDelivery => ({
  key: `${issueKey}:${member}`,
  issueKey,
  memberId: member,
  address: `${member}@example.org`,
  addressHash: `hash of ${member}`,
  state: 'pending',
  token: `token of ${member}`,
})

/** What every ledger promises. `openTwo` gives two stores over one database, as two processes have. */
export function deliveryStoreContract(
  openTwo: () => readonly [DeliveryStore, DeliveryStore],
): void {
  it('gives a member, and an address, one row an issue', async () => {
    const [store] = openTwo()

    expect(await store.add(rowFor('one', 'ana'))).toBe(true)
    expect(await store.add(rowFor('one', 'ana'))).toBe(false)
    expect(await store.add({ ...rowFor('one', 'ana-again'), addressHash: 'hash of ana' })).toBe(
      false,
    )
    expect((await store.counts('one')).pending).toBe(1)
  })

  it('lets one of two racing senders through the gate of each row', async () => {
    const stores = openTwo()
    for (let n = 10; n < 30; n += 1) await stores[0].add(rowFor('race', `m${n}`))
    const rows = await stores[0].due('race', now, '', 100)
    const wins = await Promise.all(
      rows.flatMap((row) => stores.map((store, fence) => store.claim(row, fence + 1, now))),
    )

    expect(rows).toHaveLength(20)
    expect(wins.filter(Boolean)).toHaveLength(20)
    expect(await stores[1].counts('race')).toMatchObject({ pending: 0, sending: 20 })
  })

  it('records an outcome only for who holds the row', async () => {
    const [store] = openTwo()
    await store.add(rowFor('fence', 'ana'))
    const [row] = await store.due('fence', now, '', 1)
    await store.claim(row!, 7, now)

    expect(await store.change(row!.id, { state: 'sending', fence: 6 }, { state: 'sent' })).toBe(
      false,
    )
    expect(await store.change(row!.id, { state: 'pending' }, { state: 'suppressed' })).toBe(false)
    expect(await store.change(row!.id, { state: 'sending', fence: 7 }, { state: 'sent' })).toBe(
      true,
    )
    expect((await store.inState('fence', 'sent', '', 10))[0]).toMatchObject({
      attempts: 1,
      fence: 7,
    })
  })

  it('holds back a row that was put off until its time comes', async () => {
    const [store] = openTwo()
    await store.add(rowFor('later', 'ana'))
    const [row] = await store.due('later', now, '', 1)
    const nextAttemptAt = new Date(now.getTime() + 60_000).toISOString()
    await store.change(row!.id, { state: 'pending' }, { state: 'pending', nextAttemptAt })

    expect(await store.due('later', now, '', 10)).toEqual([])
    expect(await store.due('later', new Date(nextAttemptAt), '', 10)).toHaveLength(1)
  })

  it('goes through the rows by key, a page at a time', async () => {
    const [store] = openTwo()
    for (const name of ['c', 'a', 'b']) await store.add(rowFor('pages', name))
    const first = await store.due('pages', now, '', 2)
    const second = await store.due('pages', now, first[1]!.key, 2)

    expect([...first, ...second].map(({ memberId }) => memberId)).toEqual(['a', 'b', 'c'])
    expect([...(await store.enrolled('pages'))].sort()).toEqual(['a', 'b', 'c'])
    expect(await store.ofMember('b', 'pending')).toHaveLength(1)
  })

  it('leaves no row that was put off without its words and numbers', async () => {
    const [store, other] = openTwo()
    await store.add(rowFor('words', 'ana'))
    const [row] = await store.due('words', now, '', 1)
    const change = { state: 'pending', smtpCode: 451, reply: '451 later', attempts: 2 } as const
    await store.change(
      row!.id,
      { state: 'pending' },
      { ...change, nextAttemptAt: now.toISOString() },
    )

    const [kept] = await other.due('words', now, '', 1)
    expect(kept).toMatchObject({ ...rowFor('words', 'ana'), ...change, fence: 0 })
    expect(kept?.nextAttemptAt).toBe(now.toISOString())
    await store.change(row!.id, { state: 'pending' }, { nextAttemptAt: null })
    expect((await other.due('words', new Date(0), '', 1))[0]?.nextAttemptAt ?? null).toBeNull()
  })

  it('writes what a member was told with the row, and only for who holds it', async () => {
    const [store, other] = openTwo()
    const items = [1, 2, 3].map((edition) => ({ briefingId: 'rents', edition }))
    const told = { memberId: 'ana', issueKey: 'told', items }
    await store.add(rowFor('told', 'ana'))
    const [row] = await store.due('told', now, '', 1)
    await store.claim(row!, 3, now)

    const sent = { state: 'sent' } as const
    await store.record(row!.id, { state: 'sending', fence: 2 }, sent, told)
    expect(await other.hasTold(told)).toBe(false)
    await store.record(row!.id, { state: 'sending', fence: 3 }, sent, told)
    expect(await other.hasTold(told)).toBe(true)
  })

  it('keeps one receipt an edition, however often a member is told, and by how many', async () => {
    const stores = openTwo()
    const items = [
      { briefingId: 'rents', edition: 1 },
      { briefingId: 'lines', edition: 4 },
    ]
    const told = { memberId: 'ben', issueKey: 'again', items }
    await Promise.all(stores.flatMap((store) => [store.tell(told), store.tell(told)]))

    expect(await stores[0].hasTold(told)).toBe(true)
    const more = [...items, { briefingId: 'lines', edition: 5 }]
    expect(await stores[0].hasTold({ ...told, items: more })).toBe(false)
    expect(await stores[0].hasTold({ ...told, memberId: 'cai' })).toBe(false)
    await stores[1].tell({ ...told, items: more })
    expect(await stores[0].hasTold({ ...told, items: more })).toBe(true)
  })
}
