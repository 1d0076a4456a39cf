import { simpleParser } from 'mailparser'
import { expect, it } from 'vitest'
import { finishMail } from '@/bulletin/finish-mail'
import { TOKEN_PLACE } from '@/bulletin/bulletin-view-of'
import { mailFor } from '@/bulletin/compose'
import { readSettings } from '@/config/settings'
import { composeEml } from '@/mail/compose-eml'
import type { FinishedMail, Mail } from '@/mail/mailer'

const settings = readSettings({
  NODE_ENV: 'test',
  SITE_URL: 'https://signpost.example',
  BOUNCE_DOMAIN: 'bounces.signpost.example',
})
const from = 'Signpost – Bwletin <bulletin@signpost.example>'
const at = new Date('2026-11-27T07:30:00Z')
const readerToken = 'v1bW9yZS10aGFuLWVub3VnaC1sZXR0ZXJzLWZvci1hLXRva'
const link = `https://signpost.example/bulletin/preferences/${TOKEN_PLACE}`

/** Places at every column of a line, so that the end of a line runs through each part of one. */
const everyColumn = Array.from({ length: 80 }, (_, n) => `${'w'.repeat(n)} ${link} =é”.`).join('\n')

const body = {
  subject: 'Housing First in practice, county lines “explained”, and ten more: Trafnidiaeth Llŷr',
  html: `<p>Ŵythnos dda</p>\n<a href="${link}">${TOKEN_PLACE}</a>\n.\n..two dots\n${everyColumn}`,
  text: `Words\n.\n${everyColumn}\n`,
}

const deliveryTo = (address: string) => ({
  address,
  issueKey: 'weekly:2026-11-27',
  token: '0123456789abcdef0123456789abcdef',
  messageId: '0123456789abcdef0123456789abcdef@signpost.example',
})

const bytesOf = (mail: Mail | FinishedMail): Promise<Buffer> =>
  'raw' in mail ? Promise.resolve(mail.raw) : composeEml(mail, from)

/** All that a mail program shows or obeys. Where parts begin and when it was composed differ from mail to mail. */
async function read(raw: Buffer) {
  const { headerLines, html, text, attachments } = await simpleParser(raw)
  const headers = headerLines
    .filter(({ key }) => key !== 'date')
    .map(({ line }) => line.replace(/boundary="[^"]+"/, '').replace(/\r?\n/g, ''))
  return { headers, html, text, attachments }
}

const finishFor = () => finishMail({ body, issueKey: 'weekly:2026-11-27', settings, from })

it.each(['ana@example.org', 'o.b+bulletin@a-very-long-name-of-a-council.example.org'])(
  'writes %s the mail that nodemailer would have composed, header by header and word by word',
  async (address) => {
    const delivery = deliveryTo(address)
    const finished = (await finishFor())(delivery, readerToken, at)
    const composed = mailFor(delivery, body, readerToken, settings)

    expect('raw' in finished).toBe(true)
    expect(finished).toMatchObject({
      to: { address },
      envelopeFrom: composed.envelopeFrom,
      envelopeId: composed.envelopeId,
      messageId: composed.messageId,
    })
    expect(await read(await bytesOf(finished))).toEqual(await read(await bytesOf(composed)))
  },
)

it('leaves no place unfilled, and no line longer than mail allows', async () => {
  const finished = (await finishFor())(deliveryTo('ana@example.org'), readerToken, at)
  const lines = (await bytesOf(finished)).toString().split('\r\n')
  const words = (await simpleParser(await bytesOf(finished))).text ?? ''

  expect(lines.join('')).not.toContain('goes-here')
  expect(words.split(readerToken)).toHaveLength(81)
  const inBody = lines.slice(lines.indexOf(''))
  expect(Math.max(...inBody.map((line) => line.length))).toBeLessThanOrEqual(76)
  expect(lines).toContain('Date: Fri, 27 Nov 2026 07:30:00 +0000')
})

it('leaves an address that needs encoding to nodemailer', async () => {
  const finish = await finishFor()
  for (const address of ['"a b"@example.org', 'ana@bücher.example', 'ana@Example.org']) {
    expect('raw' in finish(deliveryTo(address), readerToken, at)).toBe(false)
  }
})
