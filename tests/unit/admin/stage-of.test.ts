import { expect, it } from 'vitest'
import { stageOf } from '@/admin/stage-of'

const now = new Date('2026-11-23T12:00:00Z')

it.each([
  ['draft', '2026-01-01', false, 'Draft'],
  ['draft', null, false, 'Draft'],
  ['draft', '2026-01-01', true, 'Changed since publication'],
  ['published', '2026-11-23T12:00:00Z', true, 'Published'],
  ['published', '2026-11-23T12:00:01Z', true, 'Scheduled'],
  ['published', null, true, 'Published'],
])('calls %s dated %s (public: %s) “%s…”', (status, publishedAt, isPublic, stage) => {
  expect(stageOf({ _status: status, publishedAt }, { isPublic, now })).toBe(stage)
})

it.each([
  ['in-review', 'In review'],
  ['changes-asked', 'Changes asked'],
  ['approved', 'Approved'],
] as const)('says of a draft that is %s “%s”, whatever readers have', (reviewStage, stage) => {
  for (const isPublic of [true, false]) {
    expect(stageOf({ _status: 'draft', reviewStage }, { isPublic, now })).toBe(stage)
  }
})

it('tells what was superseded from what was withdrawn', () => {
  const superseded = { _status: 'published', ending: 'superseded' } as const
  const withdrawn = { _status: 'draft', ending: 'withdrawn' } as const

  expect(stageOf(superseded, { isPublic: true, now })).toBe('Superseded')
  expect(stageOf(withdrawn, { isPublic: false, now })).toBe('Withdrawn')
})
