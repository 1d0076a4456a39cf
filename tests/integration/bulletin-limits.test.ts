import { expect, it } from 'vitest'
import { runIssue } from '@/bulletin/run-issue'
import { clock, ledger, openedIssue } from '../support/bulletin-stage'
import { addReader, publishBriefing } from '../support/bulletin-world'
import { refuseWith } from '../support/smtp-sink'
import { stageForEach } from '../support/stage-for-each'

const READERS = 12
const HOUR = 60 * 60 * 1000

const stage = stageForEach(async () => {
  await addReaders()
})

async function addReaders(): Promise<void> {
  const { payload } = stage.test
  const { housing, council } = stage.world
  await publishBriefing(payload, { title: 'Rents rising', topics: [housing.id] })
  for (let n = 0; n < READERS; n += 1) await addReader(payload, `reader${n}`, council, [housing])
}

async function runAfter(hours: number, perDay?: number) {
  const { settings } = stage.test
  const limits = { ...settings.mail.limits, perDay }
  return runIssue({
    ...stage.test,
    ...stage,
    settings: { ...settings, mail: { ...settings.mail, limits } },
    issueKey: (await openedIssue(stage)).key,
    clock: () => new Date(clock().getTime() + hours * HOUR),
    connections: 5,
  })
}

it('hands over no more mails a day than are allowed, and the rest the day after', async () => {
  expect(await runAfter(0, 7)).toEqual({
    kind: 'waiting',
    handled: 7,
    unreachable: null,
    perDay: 7,
  })
  expect(await runAfter(1, 7)).toMatchObject({ kind: 'waiting', handled: 0, perDay: 7 })
  expect(stage.sink.accepted).toHaveLength(7)

  expect(await runAfter(24.5, 7)).toMatchObject({ kind: 'closed', state: 'finished', handled: 5 })
  expect(new Set(stage.sink.addresses()).size).toBe(READERS)
})

it('lets mail expire that could not be sent within two days, and tells of it with the next issue', async () => {
  let isMended = false
  await stage.reopen({
    beforeAccepting: (to) =>
      to.startsWith('reader3') && !isMended
        ? Promise.reject(refuseWith('4.2.0 later', 451))
        : Promise.resolve(),
  })
  await addReaders()
  expect(await runAfter(0)).toMatchObject({ kind: 'waiting' })
  expect(await runAfter(47)).toMatchObject({ kind: 'waiting' })
  expect(await runAfter(48.1)).toMatchObject({ kind: 'closed', state: 'finished' })
  expect(await ledger(stage)).toMatchObject({ reader3: 'expired: too late' })

  isMended = true
  await runAfter(49)
  expect(stage.sink.addresses().filter((to) => to.startsWith('reader3'))).toHaveLength(1)
  expect(stage.sink.accepted.at(-1)?.parsed.text).toContain('Rents rising')
  expect(stage.sink.accepted).toHaveLength(READERS)
})
