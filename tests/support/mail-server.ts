import { simpleParser, type ParsedMail } from 'mailparser'
import { SMTPServer } from 'smtp-server'

export type Received = {
  readonly to: string
  readonly raw: string
  readonly mail: ParsedMail
}

export type MailServer = {
  readonly url: string
  readonly port: number
  /** Everything accepted so far, in order. */
  readonly received: Received[]
  /** Resolves with the first accepted message that satisfies `wanted`, at once if it is there already. */
  readonly next: (wanted: (received: Received) => boolean) => Promise<Received>
  readonly close: () => Promise<void>
}

/** A real SMTP server on loopback that keeps what it accepts. */
export async function startMailServer(): Promise<MailServer> {
  const received: Received[] = []
  const waiting = new Set<() => void>()
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const raw = Buffer.concat(chunks).toString('utf8')
        const to = session.envelope.rcptTo.map(({ address }) => address).join(',')
        simpleParser(raw).then((mail) => {
          received.push({ to, raw, mail })
          done()
          for (const look of waiting) look()
        }, done)
      })
    },
  })
  const port = await new Promise<number>((resolve) => {
    const listening = server.listen(0, '127.0.0.1', () => {
      const address = listening.address()
      resolve(typeof address === 'object' && address ? address.port : 0)
    })
  })
  return {
    url: `smtp://127.0.0.1:${port}`,
    port,
    received,
    next: (wanted) =>
      new Promise((resolve) => {
        const look = () => {
          const found = received.find(wanted)
          if (!found) return
          waiting.delete(look)
          resolve(found)
        }
        waiting.add(look)
        look()
      }),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
