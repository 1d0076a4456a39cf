import { once } from 'node:events'
import { createServer, type AddressInfo, type Socket } from 'node:net'

export type Moment = 'greeting' | 'MAIL' | 'RCPT' | 'DATA' | 'dot'

/** What the server does at a moment: answers with this line, or, for `close`, closes the connection. */
export type Script = Partial<Record<Moment, string>>

export type ScriptedSmtp = {
  readonly url: string
  readonly heard: string[]
  readonly close: () => Promise<void>
}

const USUAL: Record<Moment, string> = {
  greeting: '220 test',
  MAIL: '250 ok',
  RCPT: '250 ok',
  DATA: '354 go on',
  dot: '250 2.0.0 kept as 42',
}

const momentOf = (line: string): Moment | null =>
  (['MAIL', 'RCPT', 'DATA'] as const).find((verb) => line.toUpperCase().startsWith(verb)) ?? null

function converse(socket: Socket, script: Script, heard: string[]): void {
  let inBody = false
  const answer = (moment: Moment) => {
    const words = script[moment] ?? USUAL[moment]
    if (words === 'close') socket.end()
    else socket.write(`${words}\r\n`)
    inBody = moment === 'DATA' && words.startsWith('354')
  }
  const hear = (line: string) => {
    heard.push(line)
    if (inBody) {
      if (line === '.') answer('dot')
      return
    }
    const moment = momentOf(line)
    if (moment) answer(moment)
    else socket.write('250 ok\r\n')
  }
  let rest = ''
  socket.on('error', () => undefined)
  socket.on('data', (chunk) => {
    const lines = (rest + chunk.toString()).split('\r\n')
    rest = lines.pop() ?? ''
    lines.forEach(hear)
  })
  answer('greeting')
}

/** An SMTP server that misbehaves to order, byte by byte. */
export async function openScriptedSmtp(script: Script): Promise<ScriptedSmtp> {
  const heard: string[] = []
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    converse(socket, script, heard)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    heard,
    close: async () => {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}
