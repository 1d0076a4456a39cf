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
