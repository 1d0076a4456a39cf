import { afterEach, beforeEach, expect, it } from 'vitest'
import { imapMailbox } from '@/bulletin/adapters/imap-mailbox'
import { collectInbound } from '@/bulletin/collect-inbound'
import { type Mailbox, MailboxUnavailable, type OpenMailbox } from '@/bulletin/mailbox'
import type { Mail, Mailer } from '@/mail/mailer'
import { startWorker } from '@/worker/start-worker'
import { type ImapHooks, type ImapServer, openImapServer } from '../support/imap-server'
import {
  addDelivery,
  inHours,
  type InboundWorld,
  openInboundWorld,
  reportAbout,
  stateOf,
  subscriptionOf,
} from '../support/inbound-world'

const READERS = ['ada', 'bob', 'dot', 'flo', 'kay', 'oli', 'roy']

let world: InboundWorld
let server: ImapServer
let told: Mail[]
let mailer: Mailer
beforeEach(async () => {
  world = await openInboundWorld(READERS)
  server = await openImapServer()
  told = []
  mailer = {
    from: 'bulletin@signpost.example',
    destination: 'memory',
    check: () => Promise.resolve(null),
    close: () => Promise.resolve(),
    send: (mail) => {
      if (!('raw' in mail)) told.push(mail)
      return Promise.resolve({ state: 'sent', code: 250, reply: 'kept' })
    },
  }
})
afterEach(async () => {
  await server.close()
  await world.test.close()
})

const collect = (mailbox: Mailbox = imapMailbox({ url: server.url, patience: 5_000 })) =>
  collectInbound({ ...world.test, mailer, mailbox, clock: () => inHours(world.sentAt, 24) })

const kept = async () =>
  (await world.test.payload.count({ collection: 'inbound-mail', overrideAccess: true })).totalDocs

/** The mailbox, until its process dies at one of its steps. */
const dyingAt = (step: 'remove' | 'leave', uid: number): Mailbox => {
  const mailbox = imapMailbox({ url: server.url })
  return {
    ...mailbox,
    open: async (): Promise<OpenMailbox> => {
      const open = await mailbox.open()
      return {
        ...open,
        [step]: (at: number) => (at === uid ? Promise.reject(new Error('killed')) : open[step](at)),
      }
    },
  }
}

async function other(hooks: ImapHooks): Promise<ImapServer> {
  await server.close()
  server = await openImapServer(hooks)
  return server
}

it('reads what has come, deletes what is kept as a fact, and leaves letters for people', async () => {
  for (const name of ['postfix-unknown', 'yahoo-complaint', 'out-of-office-sieve']) {
    server.deliver(world.specimen(name))
  }
  const letter = server.deliver(world.specimen('letter-from-a-person'))
  const notOurs = server.deliver(world.specimen('bounce-of-another-list'))

  expect(await collect()).toBe(5)
  expect(server.messages()).toEqual([
    { uid: letter, flags: ['\\Seen'] },
    { uid: notOurs, flags: ['\\Seen'] },
  ])
  expect(await subscriptionOf(world, 'ada')).toMatchObject({ status: 'bounced' })
  expect(await subscriptionOf(world, 'bob')).toMatchObject({ status: 'complained' })

  expect(await collect()).toBe(0)
  server.deliver(world.specimen('out-of-office-exchange'))
  expect(await collect()).toBe(1)
})

it('reads a message once more that was taken in and not yet deleted, and changes nothing twice', async () => {
  server.deliver(world.specimen('postfix-unknown'))
  const killedAt = server.deliver(world.specimen('yahoo-complaint'))
  server.deliver(world.specimen('out-of-office-exchange'))

  await expect(collect(dyingAt('remove', killedAt))).rejects.toThrow('killed')
  const state = await stateOf(world)
  expect(await kept()).toBe(2)
  expect(server.messages().map(({ uid }) => uid)).toEqual([2, 3])
  expect(server.messages().every(({ flags }) => flags.length === 0)).toBe(true)

  expect(await collect()).toBe(2)
  expect(await kept()).toBe(3)
  expect(server.messages()).toEqual([])
  expect(await stateOf(world)).toMatchObject({
    readers: state.readers,
    complaints: ['bob'],
  })
})

it('reads on after a connection that broke', async () => {
  let isBroken = true
  await other({ breaksAt: (command) => command === 'UID EXPUNGE' && isBroken })
  server.deliver(world.specimen('postfix-unknown'))
  server.deliver(world.specimen('yahoo-complaint'))

  await expect(collect()).rejects.toThrow()
  isBroken = false
  expect(await collect()).toBe(2)
  expect(await kept()).toBe(2)
  expect(server.messages()).toEqual([])
})

it('reads a mailbox from its beginning that was numbered anew', async () => {
  for (let n = 0; n < 3; n += 1) server.deliver(world.specimen('letter-from-a-person'))
  await collect()
  server.renumber()
  server.deliver(world.specimen('postfix-unknown'))

  expect(await collect()).toBe(4)
  expect(await kept()).toBe(2)
  expect(await subscriptionOf(world, 'ada')).toMatchObject({ status: 'bounced' })
})

it('deletes nothing a person marked where the server cannot delete one message alone', async () => {
  await other({ withoutUidplus: true })
  const uid = server.deliver(world.specimen('postfix-unknown'))

  await collect()
  expect(server.commands).not.toContain('EXPUNGE')
  expect(server.messages()).toEqual([{ uid, flags: ['\\Deleted'] }])
  expect(await collect()).toBe(0)
})

it('says what is wrong with the mailbox, without its password', async () => {
  await other({ password: 'another' })
  const refused = await collect().catch((fault: unknown) => fault)
  expect(refused).toBeInstanceOf(MailboxUnavailable)
  expect(String(refused)).toMatch(/bounces@example.org.*refused the name or the password/)
  expect(String(refused)).not.toContain('secret')

  await server.close()
  await expect(collect()).rejects.toThrow(MailboxUnavailable)
  server = await openImapServer()
  const absent = imapMailbox({ url: server.url.replace('INBOX', 'Nowhere') })
  await expect(collect(absent)).rejects.toThrow(/Nowhere/)
})

it('tells staff once an issue that mail is turned away because of us, and blames no member', async () => {
  const week = 'weekly:2026-12-04'
  await addDelivery(world, 'roy', { issueKey: week })
  for (const name of ['gmail-authentication', 'postfix-policy', 'microsoft-365-authentication']) {
    server.deliver(world.specimen(name))
    await collect()
  }
  expect(told).toHaveLength(1)
  expect(told[0]?.to.address).toBe(world.test.settings.mail.staff)
  expect(told[0]?.text).toContain('weekly:2026-11-27')
  expect(told[0]?.text).toContain('unauthenticated')

  server.deliver(await reportAbout(world, 'gmail-authentication', 'roy', week))
  await collect()
  expect(told).toHaveLength(2)
  for (const name of ['dot', 'oli', 'roy']) {
    expect(await subscriptionOf(world, name)).toMatchObject({ status: 'active', softBounces: 0 })
  }
})

it('tells staff later where the mail server does not take it', async () => {
  server.deliver(world.specimen('gmail-authentication'))
  const { send } = mailer
  mailer = { ...mailer, send: () => Promise.resolve({ state: 'unreached', reason: 'away' }) }
  await collect()
  mailer = { ...mailer, send }
  await collect()
  await collect()

  expect(told).toHaveLength(1)
})

it('is read by the worker, which goes on when the mailbox is away', async () => {
  const { payload, settings } = world.test
  server.deliver(world.specimen('postfix-unknown'))
  const faults: unknown[] = []
  const { error } = payload.logger
  payload.logger.error = (fault: unknown) => faults.push(fault)
  let isAway = true
  await other({ breaksAt: (command) => command === 'LOGIN' && isAway })
  server.deliver(world.specimen('postfix-unknown'))
  const stop = await startWorker({
    payload,
    settings: { ...settings, mail: { ...settings.mail, bounceImapUrl: server.url } },
    everyMs: { inbound: 20 },
  })
  await expect.poll(() => faults.length, { timeout: 120_000 }).toBeGreaterThan(0)
  isAway = false
  await expect
    .poll(async () => (await subscriptionOf(world, 'ada')).status, { timeout: 120_000 })
    .toBe('bounced')
  await stop()
  payload.logger.error = error
})
