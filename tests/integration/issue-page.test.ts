import { afterEach, beforeEach, expect, it } from 'vitest'
import { failuresOf } from '@/bulletin/issue-failures'
import { issueHistory } from '@/bulletin/issue-history'
import { whoGotWhat } from '@/bulletin/who-got-what'
import {
  addSevenReaders,
  type BulletinStage,
  leave,
  memberIdOf,
  openedIssue,
  openStage,
  sendIssueNow,
} from '../support/bulletin-stage'
import { refuseWith } from '../support/smtp-sink'

let stage: BulletinStage
beforeEach(async () => {
  stage = await openStage({
    onRecipient: (to) =>
      to.startsWith('cai')
        ? Promise.reject(refuseWith('5.1.1 nobody of this name', 550))
        : Promise.resolve(),
  })
})
afterEach(() => stage.close())

it('groups failures in the server’s words, tells who got what, and how many left after it', async () => {
  await addSevenReaders(stage)
  const { payload } = stage.test
  const { key } = await openedIssue(stage)
  await sendIssueNow(stage)
  await leave(stage, await memberIdOf(stage, 'ana'))

  expect(await failuresOf(payload, key)).toMatchObject([
    {
      count: 1,
      code: '550 5.1.1',
      words: [expect.stringContaining('nobody of this name') as string],
      addresses: ['cai@example.org'],
    },
  ])
  const page = { payload, issueKey: key, search: '', state: null, page: 1 }
  const all = await whoGotWhat(page)
  expect(all).toMatchObject({ total: 7, page: 1, pages: 1 })
  expect(all.rows[0]).toMatchObject({
    address: 'ana@example.org',
    state: 'sent',
    titles: ['Housing First in practice'],
  })
  expect((await whoGotWhat({ ...page, search: 'DEE@' })).rows).toMatchObject([
    { address: 'dee@example.org', why: 'nothing new on their topics', titles: [] },
  ])
  expect((await whoGotWhat({ ...page, state: 'failed' })).rows[0]?.why).toContain(
    'nobody of this name',
  )
  expect(await issueHistory(payload, 12)).toMatchObject([
    { key, state: 'finished', sent: 2, failed: 1, uncertain: 0, unsubscribed: 1 },
  ])
})
