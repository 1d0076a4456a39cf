import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { theService } from '@/access/record/audit-entry'
import { changeDetails } from '@/members/change-details'
import { leave } from '@/members/organisation/leave'
import type { Member } from '@/payload-types'
import { aMember } from '../support/a-member'
import { openTestPayload, type TestPayload } from '../support/test-payload'

const now = new Date('2026-11-26T12:00:00Z')

let test: TestPayload
beforeAll(async () => {
  test = await openTestPayload()
})
afterAll(() => test.close())
afterEach(() => {
  vi.restoreAllMocks()
})

const read = (id: string): Promise<Member> =>
  test.payload.findByID({ collection: 'members', id, overrideAccess: true, depth: 0 })

const save = (memberId: string, jobTitle = 'Officer') =>
  changeDetails({
    payload: test.payload,
    memberId,
    details: { name: '  Ana \n Bell ', jobTitle },
  })

/** Does something at the last moment before the save is written. */
function justBefore(work: () => Promise<unknown>): void {
  const { db } = test.payload
  const write = db.updateOne.bind(db)
  vi.spyOn(db, 'updateOne').mockImplementationOnce(async (args) => {
    await work()
    return write(args)
  })
}

describe('what members say of themselves', () => {
  it('is kept, and a job title can be taken away again', async () => {
    const { id } = await aMember(test.payload)

    expect(await save(id)).toEqual({
      kind: 'saved',
      details: { name: 'Ana Bell', jobTitle: 'Officer' },
    })
    expect(await read(id)).toMatchObject({ name: 'Ana Bell', jobTitle: 'Officer' })
    await save(id, '')
    expect((await read(id)).jobTitle ?? null).toBeNull()
  })

  it('brings nobody back who is removed while it is saved', async () => {
    const { id } = await aMember(test.payload)
    const removal = { because: 'removed', by: theService, now } as const
    justBefore(() => leave({ payload: test.payload, memberId: id, ...removal }))

    const answer = await save(id)

    expect(answer).toEqual({ kind: 'left' })
    expect(await read(id)).toMatchObject({
      leftAt: now.toISOString(),
      leftBecause: 'removed',
      name: 'A member',
    })
  })

  it('brings back no address that was changed while it is saved', async () => {
    const { id } = await aMember(test.payload)
    const { db } = test.payload
    const write = db.updateOne.bind(db)
    const data = { email: 'moved@example.gov.uk' }
    justBefore(() =>
      write({
        collection: 'members',
        where: { id: { equals: id } },
        data,
        options: { atomic: true },
      }),
    )

    await save(id)

    expect(await read(id)).toMatchObject({ email: 'moved@example.gov.uk', name: 'Ana Bell' })
  })
})
