import { createTransport } from 'nodemailer'
import type { Payload } from 'payload'
import { deliveryStoreOf } from '@/bulletin/adapters/by-database'
import { bodiesAtHand } from '@/bulletin/bodies-at-hand'
import { everyRow } from '@/bulletin/every-row'
import { readSubscription } from '@/bulletin/subscriptions'
import { subscriberToken } from '@/bulletin/tokens'
import type { Settings } from '@/config/settings'
import { composeEml } from '@/mail/compose-eml'
import { runCommand } from '../command/run-command'

const HELP = `send-finished --issue KEY

The baseline: composes the messages of an issue beforehand, keeps them in memory and sends them by nodemailer alone, over a
pool of five connections. No ledger, no gate. For measuring only.`

/** More in line than there are connections: none waits for its next message. */
const IN_LINE = 100

type Finished = { readonly from: string; readonly to: string; readonly raw: Buffer }

async function compose(payload: Payload, settings: Settings, issueKey: string) {
  const { secret, mail } = settings
  const { from } = mail
  const store = deliveryStoreOf(payload)
  const bodyOf = bodiesAtHand({ payload, settings, from })
  const finished: Finished[] = []
  for await (const row of everyRow((after, most) =>
    store.inState(issueKey, 'pending', after, most),
  )) {
    const subscription = await readSubscription({ payload, memberId: row.memberId })
    const token = subscriberToken(secret, subscription?.id ?? '')
    const message = (await bodyOf(row)).finish(row, token, new Date())
    const raw = 'raw' in message ? message.raw : await composeEml(message, from)
    finished.push({ from: message.envelopeFrom ?? from, to: row.address, raw })
  }
  return finished
}

/** Answers how many milliseconds it took. */
async function send(url: string, messages: readonly Finished[]): Promise<number> {
  const pool = createTransport({ url, pool: true, maxConnections: 5, maxMessages: Infinity })
  const queue = messages.values()
  const lane = async () => {
    for (const { from, to, raw } of queue) await pool.sendMail({ envelope: { from, to }, raw })
  }
  const begun = performance.now()
  await Promise.all(Array.from({ length: IN_LINE }, lane))
  const took = performance.now() - begun
  pool.close()
  return took
}

await runCommand({ help: HELP, options: { issue: { type: 'string' } } }, async (command) => {
  const payload = await command.payload()
  const settings = await command.settings()
  const messages = await compose(payload, settings, command.values.issue ?? '')
  const tookMs = await send(settings.mail.smtpUrl ?? '', messages)
  const bytes = messages.reduce((sum, { raw }) => sum + raw.length, 0)
  command.answer({ sent: messages.length, tookMs, bytesAMessage: bytes / messages.length })
})
