import { afterAll, beforeAll, expect, it } from 'vitest'
import { approveIssue } from '@/bulletin/approve-issue'
import {
  addSevenReaders,
  type BulletinStage,
  openedIssue,
  openStage,
  sendIssueNow,
} from '../support/bulletin-stage'

let stage: BulletinStage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

it('tells who let an issue go and how many got it, once however often its end is looked at', async () => {
  const { payload } = stage.test
  await addSevenReaders(stage)
  const { key: issueKey } = await openedIssue(stage)
  const actor = { kind: 'staff', id: 'an-editor', name: 'Edith' } as const
  await approveIssue({ payload, issueKey, by: 'Edith', actor, now: new Date() })
  await approveIssue({ payload, issueKey, by: 'Somebody else', now: new Date() })
  await sendIssueNow(stage)
  await sendIssueNow(stage)
  const { docs } = await payload.find({
    collection: 'audit-events',
    overrideAccess: true,
    sort: 'at',
    where: { onId: { equals: issueKey } },
  })

  const { length: sent } = stage.sink.addresses()
  expect(sent).toBeGreaterThan(0)
  expect(docs.map(({ act, byName, details }) => [act, byName, details])).toEqual([
    ['bulletin-steered', 'Edith', 'approved'],
    ['bulletin-sent', 'The service', expect.stringMatching(new RegExp(`^${sent} sent of \\d+$`))],
  ])
})
