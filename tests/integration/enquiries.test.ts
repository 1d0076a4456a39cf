import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { checkEnquiry, tidyWords } from '@/enquiries/check-enquiry'
import { mailPendingEnquiries } from '@/enquiries/mail-enquiry'
import { receiveEnquiry } from '@/enquiries/receive-enquiry'
import { smtpMailer } from '@/mail/adapters/smtp'
import type { Mailer } from '@/mail/mailer'
import { openSmtpSink, type SmtpSink } from '../support/smtp-sink'
import { openTestPayload, type TestPayload } from '../support/test-payload'

let test: TestPayload
let sink: SmtpSink
let mailer: Mailer
let downMailer: Mailer
beforeAll(async () => {
  test = await openTestPayload()
  sink = await openSmtpSink()
  const from = test.settings.mail.from
  mailer = smtpMailer({ url: sink.url, from })
  const closed = await openSmtpSink()
  await closed.close()
  downMailer = smtpMailer({ url: closed.url, from })
})
afterAll(async () => {
  await mailer.close()
  await downMailer.close()
  await sink.close()
  await test.close()
})

const desk = (by: Mailer) => ({
  payload: test.payload,
  mailer: by,
  staffAddress: 'officers@signpost.example',
  siteUrl: test.settings.siteUrl,
  postalAddress: '1 Example Street',
})

const words = {
  name: 'Ana Llŷr',
  email: 'ana@example.gov.uk',
  organisationName: 'Exampleshire Council',
  message: 'First line.\r\nSecond line.',
}

type Wish = Partial<Omit<Parameters<typeof receiveEnquiry>[0], 'words'>> & {
  words?: Partial<typeof words>
}

async function write(wish: Wish = {}) {
  const works: (() => Promise<void>)[] = []
  const answer = await receiveEnquiry({
    ...desk(mailer),
    kind: 'contact',
    page: '',
    trap: '',
    afterAnswer: (work) => works.push(work),
    now: new Date(),
    ...wish,
    words: { ...words, ...wish.words },
  })
  const keptBeforeMail = await latest()
  await Promise.all(works.map((work) => work()))
  return { answer, keptBeforeMail }
}

async function latest() {
  const { docs } = await test.payload.find({
    collection: 'enquiries',
    overrideAccess: true,
    sort: '-createdAt',
    limit: 1,
  })
  return docs[0]
}

const inTwoMinutes = () => new Date(Date.now() + 120_000)

describe('an enquiry', () => {
  it('is kept first, then mailed to staff, who answer the writer', async () => {
    const { answer, keptBeforeMail } = await write({ page: '/briefings/a' })
    const mail = sink.accepted.at(-1)

    expect(answer).toEqual({ kind: 'kept' })
    expect(keptBeforeMail).toMatchObject({ kind: 'contact', state: 'new', page: '/briefings/a' })
    expect(keptBeforeMail?.mailedAt ?? null).toBeNull()
    expect(mail?.to).toBe('officers@signpost.example')
    expect(mail?.parsed.replyTo?.text).toBe('ana@example.gov.uk')
    expect(mail?.parsed.subject).toBe('A question from the site: Ana Llŷr')
    expect(mail?.parsed.text).toContain('First line.\nSecond line.')
    expect((await latest())?.mailedAt).toBeTruthy()
  })

  it('is kept when the mail server is down, and mailed once it is back, once', async () => {
    const warn = vi.spyOn(test.payload.logger, 'warn').mockImplementation(() => undefined)
    const before = sink.accepted.length
    const { answer } = await write({ mailer: downMailer, words: { message: 'While you slept.' } })
    expect(answer).toEqual({ kind: 'kept' })
    expect(warn).toHaveBeenCalledOnce()

    expect(await mailPendingEnquiries(desk(downMailer), inTwoMinutes())).toEqual({ mailed: 0 })
    expect((await latest())?.mailedAt ?? null).toBeNull()
    expect(await mailPendingEnquiries(desk(mailer), inTwoMinutes())).toEqual({ mailed: 1 })
    expect(await mailPendingEnquiries(desk(mailer), inTwoMinutes())).toEqual({ mailed: 0 })

    expect(sink.accepted.length).toBe(before + 1)
    expect(sink.accepted.at(-1)?.parsed.text).toContain('While you slept.')
  })

  it('just written is left to whoever is receiving it', async () => {
    vi.spyOn(test.payload.logger, 'warn').mockImplementation(() => undefined)
    await write({ mailer: downMailer })

    expect(await mailPendingEnquiries(desk(mailer), new Date())).toEqual({ mailed: 0 })
    expect(await mailPendingEnquiries(desk(mailer), inTwoMinutes())).toEqual({ mailed: 1 })
  })

  it('cannot write into the head of the mail', async () => {
    await write({
      words: {
        name: 'Ana\r\nBcc: everyone@example.org\r\n\r\nBody',
        organisationName: 'Council\nX-Evil: yes',
      },
    })
    const { raw, parsed } = sink.accepted.at(-1)!
    const head = raw.slice(0, raw.search(/\r?\n\r?\n/))

    expect(parsed.bcc).toBeUndefined()
    expect(head).not.toMatch(/^Bcc:/im)
    expect(head).not.toMatch(/^X-Evil:/im)
    expect(parsed.subject).toBe('A question from the site: Ana Bcc: everyone@example.org Body')
  })

  it('that fell into the trap is kept closed, and mailed to nobody', async () => {
    const before = sink.accepted.length
    const { answer } = await write({ trap: 'https://spam.example' })

    expect(answer).toEqual({ kind: 'kept' })
    expect((await latest())?.state).toBe('closed')
    expect(await mailPendingEnquiries(desk(mailer), inTwoMinutes())).toEqual({ mailed: 0 })
    expect(sink.accepted.length).toBe(before)
  })

  it('about a page of another site loses that address, not the message', async () => {
    await write({ kind: 'error', page: '//evil.example/x', words: { message: 'A typing error.' } })

    expect(await latest()).toMatchObject({ page: '/', message: 'A typing error.' })
  })

  it('with faults is not kept, and says what to mend', async () => {
    const before = await test.payload.count({ collection: 'enquiries', overrideAccess: true })
    const { answer } = await write({ words: { email: 'nonsense', message: '' } })
    const after = await test.payload.count({ collection: 'enquiries', overrideAccess: true })

    expect(answer).toMatchObject({
      kind: 'faulty',
      faults: { message: 'Write what you would like to tell us.' },
    })
    expect(answer).toHaveProperty('faults.email')
    expect(after).toEqual(before)
  })
})

describe('what an enquiry needs', () => {
  const none = { name: '', email: '', organisationName: '', message: '' }

  it('is a message alone for an error, and more for a wish to join', () => {
    expect(Object.keys(checkEnquiry('error', none))).toEqual(['message'])
    expect(Object.keys(checkEnquiry('join', none))).toEqual(['name', 'email', 'organisationName'])
    expect(checkEnquiry('error', { ...none, message: 'A date is wrong.' })).toEqual({})
  })

  it('has its limits', () => {
    expect(checkEnquiry('error', { ...none, message: 'x'.repeat(5001) })).toHaveProperty('message')
    expect(checkEnquiry('contact', tidyWords({ ...words, name: 'n'.repeat(121) }))).toHaveProperty(
      'name',
    )
  })
})
