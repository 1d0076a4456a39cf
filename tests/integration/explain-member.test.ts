import { expect, it } from 'vitest'
import { payloadDeliveryStore } from '@/bulletin/adapters/payload-delivery-store'
import { explainMember, type MemberExplained } from '@/bulletin/explain-member'
import { editIssue } from '@/bulletin/issue-editing'
import { setSubscription } from '@/bulletin/subscriptions'
import {
  addSevenReaders,
  clock,
  leave,
  ledger,
  memberIdOf,
  openedIssue,
  sendIssueNow,
} from '../support/bulletin-stage'
import { addReader, publishBriefing } from '../support/bulletin-world'
import { refuseWith } from '../support/smtp-sink'
import { stageForEach } from '../support/stage-for-each'

const stage = stageForEach()

const explain = (name: string, issueKey?: string) =>
  explainMember({
    payload: stage.test.payload,
    settings: stage.test.settings,
    address: `${name}@example.org`,
    issueKey,
    now: clock(),
  })

/** An issue in few words: what became of it, then each title with why. */
function inWords(explained: MemberExplained | null, place = 0) {
  const issue = explained?.issues[place]
  const line = ({ title, why }: { title: string; why: string }) => `${title}: ${why}`
  return {
    state: issue?.delivery?.state ?? null,
    inMail: issue?.inMail.map(line),
    leftOut: issue?.leftOut.map(line),
  }
}

const publish = (title: string, topic: 'housing' | 'crime') =>
  publishBriefing(stage.test.payload, { title, topics: [stage.world[topic].id] })

it('says of each briefing why a member’s mail had it, and why not the rest', async () => {
  await addSevenReaders(stage)
  await publish('Knife crime', 'crime')
  await sendIssueNow(stage)

  expect(inWords(await explain('ana'))).toEqual({
    state: 'sent',
    inMail: ['Housing First in practice: on their topic Housing'],
    leftOut: ['Knife crime: not on their topics: it is on Crime'],
  })
  expect(await explain('ana')).toMatchObject({ bar: null, topics: ['Housing'], isMember: true })
})

it('names the reason of who was not mailed at all', async () => {
  await addSevenReaders(stage)
  await sendIssueNow(stage)
  const title = 'Housing First in practice'
  const only = async (name: string) => {
    const { state, leftOut } = inWords(await explain(name))
    return [state, ...(leftOut ?? [])]
  }

  expect(await only('dee')).toEqual(['skipped', `${title}: not on their topics: it is on Housing`])
  expect(await only('fay')).toEqual([
    'skipped',
    `${title}: they were not to be mailed: membership lapsed`,
  ])
  expect(await only('gus')).toEqual([
    'suppressed',
    `${title}: they were not to be mailed: unsubscribed`,
  ])
  expect(await explain('gus')).toMatchObject({ bar: 'unsubscribed' })
})

it('knows what an issue that was cancelled half-way had told already', async () => {
  await addSevenReaders(stage)
  await sendIssueNow(stage)
  const { payload } = stage.test
  const [first] = (await explain('ana'))?.issues ?? []
  // As after a cancellation: the item is news again, and ana has her receipt.
  await payload.db.updateOne({
    collection: 'bulletin-issues',
    where: { key: { equals: first!.key } },
    data: { state: 'cancelled' },
  })
  await publish('Rents rising', 'housing')
  await sendIssueNow(stage)

  expect(inWords(await explain('ana'))).toEqual({
    state: 'sent',
    inMail: ['Rents rising: on their topic Housing'],
    leftOut: [
      expect.stringMatching(/^Housing First in practice: already told, in the issue of \d+ /),
    ],
  })
})

it('names what an editor held for a later issue', async () => {
  await addSevenReaders(stage)
  const held = await publish('Rents rising', 'housing')
  const { key } = await openedIssue(stage)
  await editIssue({
    payload: stage.test.payload,
    issueKey: key,
    by: 'Eira',
    change: { held: [`${held.id}/1`] },
    now: clock(),
  })
  await sendIssueNow(stage)

  expect(inWords(await explain('ana')).leftOut).toEqual([
    'Rents rising: held by an editor for a later issue',
  ])
})

it('knows who joined after an issue was made up', async () => {
  await addSevenReaders(stage)
  await sendIssueNow(stage)
  await addReader(stage.test.payload, 'hal', stage.world.council, [stage.world.housing])
  await publish('Rents rising', 'housing')
  await sendIssueNow(stage)
  const explained = await explain('hal')

  expect(inWords(explained, 0).inMail).toEqual(['Rents rising: on their topic Housing'])
  expect(inWords(explained, 1)).toEqual({
    state: null,
    inMail: [],
    leftOut: ['Housing First in practice: they were not on the list when the issue was made up'],
  })
})

it('goes by the topics a member had when the issue was made up, not by those of today', async () => {
  await addSevenReaders(stage)
  await sendIssueNow(stage)
  await setSubscription({
    payload: stage.test.payload,
    memberId: await memberIdOf(stage, 'dee'),
    status: 'active',
    topicIds: [stage.world.housing.id],
    madeThrough: 'account',
    wording: 'Send me the Bulletin.',
    now: clock(),
  })

  const explained = await explain('dee')
  expect(explained?.topics).toEqual(['Housing'])
  expect(inWords(explained).leftOut).toEqual([
    'Housing First in practice: not on their topics: it is on Housing',
  ])
})

it('tells what was carried over from a mail nobody can vouch for', async () => {
  await addSevenReaders(stage)
  await sendIssueNow(stage)
  const ana = await memberIdOf(stage, 'ana')
  const store = payloadDeliveryStore(stage.test.payload)
  const [row] = await store.ofMember(ana, 'sent')
  await store.change(row!.id, { state: 'sent' }, { state: 'uncertain' })
  await stage.test.payload.db.deleteMany({
    collection: 'bulletin-receipts',
    where: { memberId: { equals: ana } },
  })
  expect((await explain('ana'))?.issues[0]).toMatchObject({ isCarriedOver: true })

  await publish('Rents rising', 'housing')
  await sendIssueNow(stage)
  expect(inWords(await explain('ana')).inMail).toEqual([
    'Rents rising: on their topic Housing',
    expect.stringMatching(
      /^Housing First in practice: carried over from the issue of .* which was uncertain$/,
    ),
  ])
})

it('gives the mail server’s words for a mail that was refused', async () => {
  await stage.reopen({
    onRecipient: (to) =>
      to.startsWith('ana')
        ? Promise.reject(refuseWith('5.1.1 nobody here', 550))
        : Promise.resolve(),
  })
  await addSevenReaders(stage)
  await sendIssueNow(stage)

  expect((await explain('ana'))?.issues[0]?.delivery).toMatchObject({
    state: 'failed',
    reply: expect.stringContaining('nobody here') as string,
  })
})

it('names what was withdrawn since, and remembers an address whose account is gone', async () => {
  await addSevenReaders(stage)
  const { payload } = stage.test
  const taken = await publish('Taken back', 'crime')
  await sendIssueNow(stage)
  await payload.update({
    collection: 'briefings',
    id: taken.id,
    overrideAccess: true,
    data: { _status: 'draft' },
  })
  expect(inWords(await explain('ana')).leftOut).toEqual([
    'Taken back: withdrawn since the issue was made up',
  ])

  const ben = await memberIdOf(stage, 'ben')
  await leave(stage, ben)
  await payload.delete({ collection: 'members', id: ben, overrideAccess: true })
  expect(await ledger(stage)).not.toHaveProperty('ben')
  expect(await explain('ben')).toMatchObject({
    isMember: false,
    issues: [{ delivery: { state: 'sent' } }],
  })
})

it('answers nothing of an address nobody knows, and of one issue when it is named', async () => {
  await addSevenReaders(stage)
  await sendIssueNow(stage)

  expect(await explain('nobody')).toBeNull()
  expect((await explain('ana', 'weekly:1999-01-01'))?.issues).toEqual([])
})
