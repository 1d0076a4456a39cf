import { afterEach, expect, it } from 'vitest'
import { smtpMailer } from '@/mail/adapters/smtp'
import type { SendOutcome } from '@/mail/mailer'
import { openScriptedSmtp, type Script, type ScriptedSmtp } from '../../support/scripted-smtp'

const mail = { to: { address: 'ana@example.org' }, subject: 'News', text: 'Words' }

let server: ScriptedSmtp | undefined
afterEach(() => server?.close())

async function sendTo(script: Script): Promise<SendOutcome & { asked: number; heard: string[] }> {
  server = await openScriptedSmtp(script)
  const mailer = smtpMailer({ url: server.url, from: 'a@signpost.example', connections: 1 })
  let asked = 0
  const beforeBody = () => {
    asked += 1
    return Promise.resolve()
  }
  const outcome = await mailer.send(mail, { beforeBody })
  await mailer.close()
  return { ...outcome, asked, heard: server.heard }
}

it('calls a message sent when the server says 250 to its end', async () => {
  expect(await sendTo({})).toMatchObject({ state: 'sent', code: 250, asked: 1 })
})

it('calls a message refused, unasked, when its recipient is unknown', async () => {
  expect(await sendTo({ RCPT: '550 5.1.1 nobody of that name' })).toMatchObject({
    state: 'refused',
    code: 550,
    enhancedCode: '5.1.1',
    asked: 0,
  })
})

it('puts a message off, unasked, when the server would not take data now', async () => {
  expect(await sendTo({ DATA: '451 4.3.2 later' })).toMatchObject({
    state: 'deferred',
    code: 451,
    enhancedCode: '4.3.2',
    asked: 0,
  })
})

it('puts a message off when the server says so after its end: it holds no copy', async () => {
  expect(await sendTo({ dot: '451 4.7.1 later' })).toMatchObject({ state: 'deferred', asked: 1 })
})

it('calls a message refused when the server says so after its end', async () => {
  expect(await sendTo({ dot: '554 5.7.1 not this' })).toMatchObject({ state: 'refused', asked: 1 })
})

it('is uncertain, and hands nothing over again, when the connection closes after the end', async () => {
  const { state, asked, heard } = await sendTo({ dot: 'close' })

  expect(state).toBe('uncertain')
  expect(asked).toBe(1)
  expect(heard.filter((line) => line === '.')).toHaveLength(1)
})

it.each([
  ['before the greeting', { greeting: 'close' }],
  ['at the sender', { MAIL: 'close' }],
  ['before it asks for the body', { DATA: 'close' }],
] as const)('has reached nobody when the connection closes %s', async (_when, script) => {
  expect(await sendTo(script)).toMatchObject({ state: 'unreached', asked: 0 })
})

it.each([
  ['the greeting is 421', { greeting: '421 4.3.2 closing' }],
  ['the sender is refused', { MAIL: '550 5.7.1 not from you' }],
] as const)('does not blame the recipient when %s', async (_what, script) => {
  expect(await sendTo(script)).toMatchObject({ state: 'unreached', asked: 0 })
})

it('says what is wrong where no server answers', async () => {
  const mailer = smtpMailer({ url: 'smtp://127.0.0.1:1', from: 'a@signpost.example' })

  expect(await mailer.check()).toContain('ECONNREFUSED')
  expect(await mailer.send(mail)).toMatchObject({ state: 'unreached' })
  await mailer.close()
})
