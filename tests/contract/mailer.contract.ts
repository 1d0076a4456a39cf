import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ParsedMail } from 'mailparser'
import type { Mail, Mailer } from '@/mail/mailer'

export type MailerUnderTest = {
  readonly mailer: Mailer
  readonly accepted: () => Promise<ParsedMail[]>
  readonly close: () => Promise<void>
}

const mail: Mail = {
  to: { address: 'ana@example.org', name: 'Ana Llŷr' },
  subject: 'Trafnidiaeth: “county lines”',
  text: 'Plain words',
  html: '<p>Words</p>',
  messageId: 'one@signpost.example',
  headers: { 'List-Id': 'Weekly <bulletin.signpost.example>', Precedence: 'bulk' },
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** What every mailer promises. */
export function mailerContract(name: string, open: () => Promise<MailerUnderTest>): void {
  describe(name, () => {
    let test: MailerUnderTest
    beforeEach(async () => {
      test = await open()
    })
    afterEach(() => test.close())

    it('hands a message over whole', async () => {
      const outcome = await test.mailer.send(mail)
      const [parsed] = await test.accepted()

      expect(outcome).toMatchObject({ state: 'sent', code: 250 })
      expect(parsed?.subject).toBe(mail.subject)
      expect(parsed?.text?.trim()).toBe('Plain words')
      expect(textOf(parsed?.html)).toContain('<p>Words</p>')
      expect(parsed?.messageId).toBe('<one@signpost.example>')
      expect(parsed?.headers.get('precedence')).toBe('bulk')
    })

    it('asks before the body, once, and hands nothing over when told no', async () => {
      let asked = 0
      const beforeBody = () => {
        asked += 1
        return Promise.reject(new Error('unsubscribed'))
      }
      const outcome = await test.mailer.send(mail, { beforeBody })

      expect(outcome.state).toBe('stopped')
      expect(outcome).toHaveProperty('cause.message', 'unsubscribed')
      expect(asked).toBe(1)
      expect(await test.accepted()).toEqual([])
    })

    it('has accepted nothing while the asking lasts', async () => {
      let acceptedWhenAsked = -1
      const beforeBody = async () => {
        acceptedWhenAsked = (await test.accepted()).length
      }
      const outcome = await test.mailer.send(mail, { beforeBody })

      expect(acceptedWhenAsked).toBe(0)
      expect(outcome.state).toBe('sent')
      expect(await test.accepted()).toHaveLength(1)
    })

    it('goes on after a message that was stopped', async () => {
      const beforeBody = () => Promise.reject(new Error('no'))
      const outcomes = await Promise.all([
        test.mailer.send(mail, { beforeBody }),
        test.mailer.send({ ...mail, to: { address: 'ben@example.org' } }),
      ])

      expect(outcomes.map(({ state }) => state)).toEqual(['stopped', 'sent'])
      expect(await test.accepted()).toHaveLength(1)
    })

    it('finds nothing wrong where mail would be taken', async () => {
      expect(await test.mailer.check()).toBeNull()
      expect(test.mailer.destination).not.toBe('')
    })

    it('sends nothing it was not given: no file, no address, is read into a message', async () => {
      const outcome = await test.mailer.send({ ...mail, html: 'file:///etc/hostname' })
      const [parsed] = await test.accepted()

      expect(outcome.state).toBe('sent')
      expect(textOf(parsed?.html)).toContain('file:///etc/hostname')
    })
  })
}
