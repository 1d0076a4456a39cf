import { generateKeyPairSync } from 'node:crypto'
import { dkimVerify } from 'mailauth/lib/dkim/verify'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { composeBody, mailFor } from '@/bulletin/compose'
import { finishMail } from '@/bulletin/finish-mail'
import { deliveryToken, subscriberToken } from '@/bulletin/tokens'
import { smtpMailer } from '@/mail/adapters/smtp'
import { BULLETIN_MAILS, mailSettings } from '../../support/bulletin-mails'
import { type AcceptedMail, openSmtpSink, type SmtpSink } from '../../support/smtp-sink'

const SECRET = 'a secret of these tests and of nothing else'
const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const dkim = {
  domain: 'signpost.example',
  selector: '2026a',
  privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
}

let sink: SmtpSink
let accepted: AcceptedMail
beforeAll(async () => {
  sink = await openSmtpSink()
  const { from } = mailSettings.mail
  const mailer = smtpMailer({ url: sink.url, from, dkim, connections: 1 })
  const token = deliveryToken(SECRET, 'weekly:2026-11-27:m1')
  const delivery = {
    address: 'ana@example.org',
    issueKey: 'weekly:2026-11-27',
    token,
    messageId: `${token}@signpost.example`,
  }
  const body = await composeBody(BULLETIN_MAILS['every part a mail may have']!)
  const reader = subscriberToken(SECRET, '3e0b6f1c-9a57-4d0e-8f42-6c1d2b3a4f5e')
  const { issueKey } = delivery
  const finish = await finishMail({ body, issueKey, settings: mailSettings, from })
  await mailer.send(finish(delivery, reader, new Date()))
  await mailer.close()
  accepted = sink.accepted[0]!
})
afterAll(() => sink.close())

const headerLines = () => accepted.raw.split('\r\n\r\n')[0]!.split('\r\n')

const header = (name: string) =>
  headerLines().filter((line) => line.toLowerCase().startsWith(`${name.toLowerCase()}:`))

it.each([
  ['List-Unsubscribe', /^<https:\/\/signpost\.example\/u\/v1[\w-]{43}>$/],
  ['List-Unsubscribe-Post', /^List-Unsubscribe=One-Click$/],
  ['List-Id', /^Signpost weekly Bulletin <bulletin\.signpost\.example>$/],
  ['List-Help', /^<https:\/\/signpost\.example\/bulletin>$/],
  ['List-Archive', /^<https:\/\/signpost\.example\/bulletin>$/],
  ['List-Owner', /^<mailto:officers@signpost\.example>$/],
  ['List-Post', /^NO$/],
  ['Auto-Submitted', /^auto-generated$/],
  ['Precedence', /^bulk$/],
  ['X-Auto-Response-Suppress', /^OOF, AutoReply$/],
  ['Feedback-ID', /^2026-11-27:bulletin:prod:signpost$/],
  ['From', /^Signpost <bulletin@signpost\.example>$/],
  ['Reply-To', /^officers@signpost\.example$/],
  ['To', /^ana@example\.org$/],
  ['Message-ID', /^<[0-9a-f]{32}@signpost\.example>$/],
  ['Subject', /./],
  ['Date', /^\w{3}, \d/],
  ['MIME-Version', /^1\.0$/],
  ['Content-Type', /^multipart\/alternative;/],
])('has one %s, whole and on one line', (name, value) => {
  const lines = header(name)
  expect(lines).toHaveLength(1)
  expect(lines[0]!.slice(name.length + 1).trim()).toMatch(value)
})

it('folds no header of the list, so that a relay cannot break its signature', () => {
  const folded = headerLines().filter((_, index, all) => /^[ \t]/.test(all[index + 1] ?? ''))
  expect(folded.filter((line) => /^list-/i.test(line))).toEqual([])
})

it('is signed over both headers of the one-click pair, and over who may be blamed for it', async () => {
  const published = publicKey.export({ type: 'spki', format: 'der' }).toString('base64')
  const resolver = (name: string, type: string) =>
    name === '2026a._domainkey.signpost.example' && type === 'TXT'
      ? Promise.resolve([[`v=DKIM1; k=rsa; p=${published}`]])
      : Promise.reject(Object.assign(new Error('no such name'), { code: 'ENOTFOUND' }))
  const { results } = await dkimVerify(accepted.raw, { resolver })

  expect(results).toHaveLength(1)
  expect(results[0]).toMatchObject({
    status: { result: 'pass', aligned: 'signpost.example' },
    signingDomain: 'signpost.example',
    selector: '2026a',
  })
  const { signingHeaders } = results[0] as unknown as { signingHeaders: { keys: string } }
  const signed = signingHeaders.keys.toLowerCase().split(': ')
  for (const name of [
    'from',
    'subject',
    'date',
    'list-unsubscribe',
    'list-unsubscribe-post',
    'feedback-id',
  ])
    expect(signed).toContain(name)

  const changed = accepted.raw.replace('One-Click', 'Two-Clicks')
  const [broken] = (await dkimVerify(changed, { resolver })).results
  expect(broken?.status.result).not.toBe('pass')
})

it('says in its envelope whose mail it was, so that a bounce finds its row', () => {
  const token = deliveryToken(SECRET, 'weekly:2026-11-27:m1')
  expect(accepted.from).toBe(`b+${token}@bounces.signpost.example`)
  expect(accepted.envelopeId).toBe(token)
})

it('has a text part before the HTML part', () => {
  const types = [...accepted.raw.matchAll(/^Content-Type: (text\/\w+)/gm)].map(([, type]) => type)
  expect(types).toEqual(['text/plain', 'text/html'])
})

it('says the very same to two readers, but for the token that lets each leave', async () => {
  const body = await composeBody(BULLETIN_MAILS['every part a mail may have']!)
  const delivery = { address: 'ana@example.org', issueKey: 'weekly:2026-11-27', token: 'd' }
  const [one, other] = ['3e0b6f1c-9a57-4d0e-8f42-6c1d2b3a4f5e', '0'.repeat(24)].map((id) => {
    const token = subscriberToken(SECRET, id)
    const { html = '', text, headers } = mailFor(delivery, body, token, mailSettings)
    return JSON.stringify({ html, text, headers }).replaceAll(token, 'TOKEN')
  })
  expect(one).toBe(other)
  expect(one).toContain('/u/TOKEN')
})
