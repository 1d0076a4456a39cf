import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'

export type AcceptedMail = {
  readonly from: string
  readonly to: string
  readonly raw: string
  readonly parsed: ParsedMail
  /** What was asked for in reports (RFC 3461). */
  readonly envelopeId: string | null
}

export type SmtpSink = {
  readonly url: string
  readonly accepted: AcceptedMail[]
  readonly addresses: () => string[]
  readonly close: () => Promise<void>
}

export type SinkHooks = {
  /** Called with the whole message in hand and before the 250: a rejection becomes the server's answer. */
  readonly beforeAccepting?: (to: string) => Promise<void>
  /** Called once the message is kept and before the 250. */
  readonly afterAccepting?: (to: string) => Promise<void>
  readonly onRecipient?: (to: string) => Promise<void>
}

const refusal = (text: string, responseCode: number) =>
  Object.assign(new Error(text), { responseCode })

/** The server's answer to a message, as smtp-server wants it. */
export const refuseWith = refusal

/** The server's types do not know it yet. */
const envelopeIdOf = (envelope: object): string | null =>
  (envelope as { dsn?: { envid?: string | null } }).dsn?.envid ?? null

/** A real SMTP server on the loopback that keeps what it accepted. */
export async function openSmtpSink(hooks: SinkHooks = {}): Promise<SmtpSink> {
  const accepted: AcceptedMail[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    closeTimeout: 100,
    hideDSN: false,
    onRcptTo: ({ address }, _session, done) => {
      void (hooks.onRecipient?.(address) ?? Promise.resolve()).then(
        () => done(),
        (fault: unknown) => done(fault as Error),
      )
    },
    onData: (stream, session, done) => {
      const accept = async () => {
        const chunks: Buffer[] = []
        for await (const chunk of stream) chunks.push(chunk as Buffer)
        const raw = Buffer.concat(chunks)
        const to = session.envelope.rcptTo[0]?.address ?? ''
        await hooks.beforeAccepting?.(to)
        const from = session.envelope.mailFrom ? session.envelope.mailFrom.address : ''
        const envelopeId = envelopeIdOf(session.envelope)
        accepted.push({
          from,
          to,
          raw: raw.toString(),
          parsed: await simpleParser(raw),
          envelopeId,
        })
        await hooks.afterAccepting?.(to)
      }
      accept().then(
        () => done(null, 'kept as 42'),
        (fault: unknown) => done(fault as Error),
      )
    },
  })
  server.on('error', () => undefined)
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    accepted,
    addresses: () => accepted.map(({ to }) => to).sort(),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
