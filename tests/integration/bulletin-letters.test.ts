import { expect, it } from 'vitest'
import { oweLetter } from '@/bulletin/letters'
import { sendLetters } from '@/bulletin/send-letters'
import { setSubscription } from '@/bulletin/subscriptions'
import { smtpMailer } from '@/mail/adapters/smtp'
import type { Mailer } from '@/mail/mailer'
import type { BulletinLetter, Member } from '@/payload-types'
import { clock, leave } from '../support/bulletin-stage'
import { addMember } from '../support/bulletin-world'
import { openScriptedSmtp } from '../support/scripted-smtp'
import { refuseWith, type SinkHooks } from '../support/smtp-sink'
import { stageForEach } from '../support/stage-for-each'

const HOUR = 60 * 60 * 1000

const stage = stageForEach()

async function reopen(hooks: SinkHooks): Promise<void> {
  await stage.reopen(hooks)
}

async function subscribe(
  member: Member,
  more: Partial<Parameters<typeof setSubscription>[0]> = {},
): Promise<void> {
  await setSubscription({
    payload: stage.test.payload,
    memberId: member.id,
    status: 'active',
    topicIds: [stage.world.housing.id],
    madeThrough: 'account',
    wording: 'Send me the Bulletin.',
    now: clock(),
    ...more,
  })
}

const member = (name: string) => addMember(stage.test.payload, name, stage.world.council)

const later = (hours: number) => new Date(Date.now() + hours * HOUR)

const post = (now = clock(), mailer: Mailer = stage.mailer) =>
  sendLetters({ ...stage.test, mailer, now })

async function states(): Promise<string[]> {
  const { docs } = await stage.test.payload.db.find<BulletinLetter>({
    collection: 'bulletin-letters',
    where: {},
  })
  return docs.map(({ state, reason }) => (reason ? `${state}: ${reason}` : state))
}

it('welcomes a new subscriber once, with what comes, when, and how to stop it', async () => {
  const ana = await member('ana')
  await subscribe(ana)

  await post()
  await post()

  expect(stage.sink.addresses()).toEqual(['ana@example.org'])
  const { parsed, raw } = stage.sink.accepted[0]!
  expect(parsed.subject).toBe('Your weekly Bulletin')
  expect(parsed.text).toContain('news on Housing')
  expect(parsed.text).toMatch(/The next one is due on \w+day \d+ \w+ 20\d\d\./)
  expect(parsed.text).toMatch(/\/bulletin\/preferences\/v1[\w-]+#unsubscribe/)
  expect(raw).toMatch(/^List-Unsubscribe: <http:\/\/\S+\/u\/v1[\w-]+>/m)
  expect(raw).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click')
  expect(await states()).toEqual(['sent'])
})

it('welcomes nobody again who leaves and comes back', async () => {
  const ana = await member('ana')
  await subscribe(ana)
  await post()
  await leave(stage, ana.id)
  await subscribe(ana)

  await post()

  expect(stage.sink.accepted).toHaveLength(1)
})

it('welcomes nobody whom an import or the demonstration subscribed', async () => {
  await subscribe(await member('ana'), { madeThrough: 'import' })
  await subscribe(await member('ben'), { madeThrough: 'seed' })

  await post()

  expect(stage.sink.accepted).toEqual([])
})

it('does not welcome who left before the letter went out', async () => {
  const ana = await member('ana')
  await subscribe(ana)
  await leave(stage, ana.id)

  await post()

  expect(stage.sink.accepted).toEqual([])
  expect(await states()).toEqual(['skipped: unsubscribed'])
})

it('sends one welcome where two workers are at it at once', async () => {
  for (const name of ['ana', 'ben', 'cai', 'dee']) await subscribe(await member(name))

  await Promise.all([post(), post(), post()])

  expect(stage.sink.addresses().sort()).toEqual(
    ['ana', 'ben', 'cai', 'dee'].map((name) => `${name}@example.org`),
  )
})

it('waits where no server is there, and sends once one is', async () => {
  await subscribe(await member('ana'))
  const nowhere = smtpMailer({ url: 'smtp://127.0.0.1:1', from: 'a@signpost.example' })
  await post(clock(), nowhere)
  await nowhere.close()
  expect(await states()).toEqual(['pending'])

  await post()

  expect(stage.sink.accepted).toHaveLength(1)
})

it('never sends a letter again that the server may have', async () => {
  await subscribe(await member('ana'))
  const server = await openScriptedSmtp({ dot: 'close' })
  const mailer = smtpMailer({ url: server.url, from: 'a@signpost.example' })
  await post(clock(), mailer)
  await mailer.close()
  await server.close()
  expect((await states())[0]).toMatch(/^uncertain/)

  await post(later(24))

  expect(stage.sink.accepted).toEqual([])
})

it('takes a letter left at the gate by a crash for uncertain, and does not repeat it', async () => {
  await subscribe(await member('ana'))
  await stage.test.payload.db.updateMany({
    collection: 'bulletin-letters',
    where: {},
    data: { state: 'sending', sendingAt: clock().toISOString() },
  })

  await post(later(0.4))
  expect(await states()).toEqual(['sending'])
  await post(later(1))

  expect(await states()).toEqual(['uncertain: the sender stopped at the gate'])
  expect(stage.sink.accepted).toEqual([])
})

it('tries again later what the server puts off, and gives up on what it refuses', async () => {
  let answers = 0
  await reopen({
    onRecipient: (to) => {
      answers += 1
      if (to.startsWith('ben')) return Promise.reject(refuseWith('5.1.1 unknown', 550))
      return answers < 3 ? Promise.reject(refuseWith('4.2.0 later', 450)) : Promise.resolve()
    },
  })
  await subscribe(await member('ana'))
  await subscribe(await member('ben'))
  await post()
  expect((await states()).sort()).toEqual([expect.stringMatching(/^failed/), 'pending'])
  await post()
  expect(stage.sink.accepted).toEqual([])

  await post(later(1))

  expect(stage.sink.addresses()).toEqual(['ana@example.org'])
})

it('drops a letter whose subscription never came to be', async () => {
  const ana = await member('ana')
  await oweLetter(stage.test.payload, 'welcome', ana.id, clock())

  await post()
  expect(await states()).toEqual(['pending'])
  await post(later(2))

  expect(await states()).toEqual(['skipped: there is no subscription'])
  expect(stage.sink.accepted).toEqual([])
})
