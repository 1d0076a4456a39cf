import { afterAll, beforeAll, expect, it } from 'vitest'
import { marksWithin } from '../../scripts/audit-leaks/look-for-marks'
import { bookOf } from '../../scripts/audit-leaks/marks'
import { inviteReader, openDraft } from '@/briefings/review-links'
import { type HostileHouse, openHostileHouse } from '../support/hostile-house'

const NOW = new Date('2026-11-26T09:00:00Z')

let house: HostileHouse
beforeAll(async () => {
  house = await openHostileHouse()
})
afterAll(() => house.close())

/** What the marks in it stand for. */
const found = (shown: unknown): string[] => [
  ...new Set(
    [...marksWithin(Buffer.from(JSON.stringify(shown)), bookOf(house.world.marks))].map(
      ({ of }) => of,
    ),
  ),
]

async function invited(briefingId: string): Promise<string> {
  const [staff] = (await house.payload.find({ collection: 'staff', overrideAccess: true })).docs
  if (!staff) throw new Error('There is nobody to invite.')
  const { siteUrl } = house.settings
  const asked = { payload: house.payload, briefingId, name: 'An expert', days: 7 }
  const outcome = await inviteReader({ ...asked, staff, siteUrl, now: NOW })
  if (outcome.kind !== 'invited') throw new Error(outcome.why)
  return outcome.url.split('/review/')[1] ?? ''
}

/** The words of the draft, its sources, and the number by which its figure names the picture. */
const ITS_OWN =
  /^(briefings\.(title|summary|keyPoints|body)\b.* of a draft$|sources\.|attachments\.id$)/
const STAFF_ALONE = /^sources\.(note|key)\b/

it('H60 an outside expert’s link shows the words of its draft and its sources, and no mark of anything else', async () => {
  const opened = await openDraft(house.payload, await invited(house.world.briefings.draft.id), NOW)
  if (opened.kind !== 'open') throw new Error('The link does not open.')
  const marks = found(opened.draft)

  expect(marks.filter((of) => !ITS_OWN.test(of) || STAFF_ALONE.test(of))).toEqual([])
  expect(marks.some((of) => of.startsWith('briefings.body'))).toBe(true)
})

it('H61 a link that ended, was cut short or lengthened shows no mark at all', async () => {
  const token = await invited(house.world.briefings.draft.id)
  const after = new Date('2026-12-26T09:00:00Z')
  const tried = [
    await openDraft(house.payload, token, after),
    await openDraft(house.payload, token.slice(0, -2), NOW),
    await openDraft(house.payload, `${token}AA`, NOW),
    await openDraft(house.payload, '', NOW),
  ]

  expect(tried.map(({ kind }) => kind)).toEqual(['ended', 'unknown', 'unknown', 'unknown'])
  expect(found(tried)).toEqual([])
})
