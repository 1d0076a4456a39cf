import { createTransport, type SendMailOptions } from 'nodemailer'
import { type BodyGate, bodyGate } from '../body-gate'
import type { FinishedMail, Mail, Mailer, SendOptions, SendOutcome } from '../mailer'
import { type SigningKey, signWithDkim } from '../sign-with-dkim'
import { toFinishedMessage, toNodemailerMessage } from '../to-nodemailer-message'
import { type SmtpFault, toSendOutcome } from '../to-send-outcome'

type SmtpOptions = {
  /** `smtp(s)://user:password@host:port` */
  readonly url: string
  readonly from: string
  /** Null where the relay signs. */
  readonly dkim?: SigningKey | null
  /** How many messages may be under way at once. */
  readonly connections?: number
  /** How long an answer is waited for, in milliseconds. */
  readonly patience?: number
}

type GatedMessage = SendMailOptions & { gate?: BodyGate }

const SECOND = 1000

/** RFC 5321 section 4.5.3.2.6: a client waits ten minutes for the answer to a message. */
const TEN_MINUTES = 600 * SECOND

const withoutCredentials = (url: string): string => {
  const { protocol, host } = new URL(url)
  return `${protocol}//${host}`
}

function openPool({ url, dkim, connections = 5, patience = TEN_MINUTES }: SmtpOptions) {
  const pool = createTransport({
    url,
    dkim: dkim ? signWithDkim(dkim) : undefined,
    pool: true,
    maxConnections: connections,
    maxMessages: Infinity,
    maxRequeues: 2,
    connectionTimeout: 30 * SECOND,
    greetingTimeout: 30 * SECOND,
    socketTimeout: patience,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  pool.use('stream', ({ message, data }, done) => {
    const { gate, raw } = data as GatedMessage
    const open = message.createReadStream.bind(message)
    // Nothing is left to do for a finished message, unless it is to be signed.
    const isDone = Buffer.isBuffer(raw) && !pool.dkim
    if (gate) message.createReadStream = () => (isDone ? gate.whole(raw) : gate.stream(open()))
    done()
  })
  return pool
}

/**
 * Mail by SMTP, over a few connections kept open.
 *
 * `beforeBody` runs after the server's 354. A message whose body has begun is never handed over again.
 */
export function smtpMailer(options: SmtpOptions): Mailer {
  const pool = openPool(options)

  const send = async (
    mail: Mail | FinishedMail,
    { beforeBody }: SendOptions = {},
  ): Promise<SendOutcome> => {
    const gate = bodyGate(beforeBody)
    const composed =
      'raw' in mail
        ? toFinishedMessage(mail, options.from)
        : toNodemailerMessage(mail, options.from)
    const message: GatedMessage = { ...composed, gate }
    try {
      const { response, serverMessageId } = await pool.sendMail(message)
      return { state: 'sent', code: Number(response.slice(0, 3)), reply: response, serverMessageId }
    } catch (fault) {
      const refusal = gate.refusal()
      if (refusal) return { state: 'stopped', cause: refusal.cause }
      return toSendOutcome(fault as SmtpFault, gate.hasBegun())
    }
  }

  const check = async (): Promise<string | null> => {
    try {
      await pool.verify()
      return null
    } catch (fault) {
      return fault instanceof Error ? fault.message : String(fault)
    }
  }

  return {
    send,
    check,
    from: options.from,
    destination: withoutCredentials(options.url),
    close: () => {
      pool.close()
      return Promise.resolve()
    },
  }
}
