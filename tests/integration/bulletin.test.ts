import { expect, it } from 'vitest'
import { runIssue } from '@/bulletin/run-issue'
import { readSubscription } from '@/bulletin/subscriptions'
import { smtpMailer } from '@/mail/adapters/smtp'
import {
  addSevenReaders,
  clock,
  leave,
  ledger,
  mailerTo,
  memberIdOf,
  openedIssue,
  sendIssueNow,
} from '../support/bulletin-stage'
import { addReader, publishBriefing } from '../support/bulletin-world'
import { refuseWith } from '../support/smtp-sink'
import { stageForEach } from '../support/stage-for-each'

const stage = stageForEach()

it('reaches the three subscribers of its topic, says why of the rest, and nobody twice', async () => {
  await addSevenReaders(stage)

  expect(await sendIssueNow(stage)).toEqual({ kind: 'closed', state: 'finished', handled: 3 })
  expect(stage.sink.addresses()).toEqual(['ana@example.org', 'ben@example.org', 'cai@example.org'])
  expect(await ledger(stage)).toEqual({
    ana: 'sent',
    ben: 'sent',
    cai: 'sent',
    dee: 'skipped: nothing new on their topics',
    eli: 'skipped: nothing new on their topics',
    fay: 'skipped: membership lapsed',
    gus: 'suppressed: unsubscribed',
  })

  const next = await sendIssueNow(stage)
  expect(next).toMatchObject({ kind: 'closed', state: 'empty' })
  expect(stage.sink.accepted).toHaveLength(3)
})

it('does not mail who leaves while the issue is being sent', async () => {
  await stage.reopen(
    {
      beforeAccepting: async (to) => {
        if (to === 'ana@example.org') await leave(stage, await memberIdOf(stage, 'cai'))
      },
    },
    1,
  )
  await addSevenReaders(stage)
  await sendIssueNow(stage, stage.mailer, 1)

  expect(stage.sink.addresses()).toEqual(['ana@example.org', 'ben@example.org'])
  expect((await ledger(stage)).cai).toBe('suppressed: unsubscribed')
})

it('lets two senders at once hand each mail over once', async () => {
  const { payload } = stage.test
  await publishBriefing(payload, { title: 'County lines', topics: [stage.world.crime.id] })
  for (let n = 0; n < 12; n += 1) {
    await addReader(payload, `reader${n}`, stage.world.council, [stage.world.crime])
  }
  const { key } = await openedIssue(stage)
  const other = mailerTo(stage.sink)
  const outcomes = await Promise.all(
    [stage.mailer, other].map((through) =>
      runIssue({
        ...stage.test,
        mailer: through,
        findsAmong: stage.findsAmong,
        issueKey: key,
        clock,
      }),
    ),
  )
  await other.close()

  expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['busy', 'closed'])
  expect(stage.sink.accepted).toHaveLength(12)
  expect(new Set(stage.sink.addresses()).size).toBe(12)
})

it('keeps who could not be reached waiting, and sends to them once the server is back', async () => {
  await addSevenReaders(stage)
  const nowhere = smtpMailer({ url: 'smtp://127.0.0.1:1', from: 'a@signpost.example' })
  expect(await sendIssueNow(stage, nowhere)).toMatchObject({ kind: 'waiting', handled: 3 })
  await nowhere.close()
  expect(await ledger(stage)).toMatchObject({ ana: 'pending', ben: 'pending', cai: 'pending' })

  await sendIssueNow(stage)
  expect(stage.sink.accepted).toHaveLength(3)
})

it('notes a refusal as failed, does not insist, and writes no more to an address that is gone', async () => {
  await stage.reopen({
    onRecipient: (to) =>
      to.startsWith('ben') ? Promise.reject(refuseWith('5.1.1 unknown', 550)) : Promise.resolve(),
  })
  await addSevenReaders(stage)

  expect(await sendIssueNow(stage)).toMatchObject({ kind: 'closed', state: 'finished' })
  expect((await ledger(stage)).ben).toBe('failed: refused by the mail server')
  const memberId = await memberIdOf(stage, 'ben')
  const { payload } = stage.test
  expect(await readSubscription({ payload, memberId })).toMatchObject({ status: 'bounced' })
  expect(stage.sink.addresses()).toEqual(['ana@example.org', 'cai@example.org'])
})
