import { once } from 'node:events'
import { createServer, type AddressInfo, type Socket } from 'node:net'

export type Moment = 'greeting' | 'MAIL' | 'RCPT' | 'DATA' | 'body' | 'dot'

/**
 * What the server does at a moment: answers with this line. `close` ends the connection, `reset` breaks it, `silence` says
 * nothing; a line that ends in ` and close` is said before the connection ends.
 */
export type Script = Partial<Record<Moment, string>>

export type ScriptedSmtp = {
  readonly url: string
  readonly heard: string[]
  readonly close: () => Promise<void>
}

const USUAL: Record<Exclude<Moment, 'body'>, string> = {
  greeting: '220 test',
  MAIL: '250 ok',
  RCPT: '250 ok',
  DATA: '354 go on',
  dot: '250 2.0.0 kept as 42',
}

const AND_CLOSE = ' and close'

const momentOf = (line: string): 'MAIL' | 'RCPT' | 'DATA' | null =>
  (['MAIL', 'RCPT', 'DATA'] as const).find((verb) => line.toUpperCase().startsWith(verb)) ?? null

type Course = { readonly script: Script; readonly fromMessage: number; messages: number }

function say(socket: Socket, words: string): void {
  if (words === 'silence') return
  if (words === 'reset') socket.resetAndDestroy()
  else if (words === 'close') socket.end()
  else if (words.endsWith(AND_CLOSE)) socket.end(`${words.slice(0, -AND_CLOSE.length)}\r\n`)
  else socket.write(`${words}\r\n`)
}

function converse(socket: Socket, course: Course, heard: string[]): void {
  let inBody = false
  const scripted = (moment: Moment): string | undefined =>
    moment === 'greeting' || course.messages >= course.fromMessage
      ? course.script[moment]
      : undefined
  const answer = (moment: keyof typeof USUAL) => {
    const words = scripted(moment) ?? USUAL[moment]
    say(socket, words)
    inBody = moment === 'DATA' && words.startsWith('354')
  }
  const hearBody = (line: string) => {
    const words = scripted('body')
    if (words !== undefined) {
      inBody = false
      say(socket, words)
    } else if (line === '.') answer('dot')
  }
  const hear = (line: string) => {
    heard.push(line)
    if (inBody) {
      hearBody(line)
      return
    }
    const moment = momentOf(line)
    if (moment === 'MAIL') course.messages += 1
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

/**
 * An SMTP server that misbehaves to order, byte by byte.
 *
 * @param fromMessage the first message, counted over all connections, that meets the script; the greeting always does
 */
export async function openScriptedSmtp(script: Script, fromMessage = 1): Promise<ScriptedSmtp> {
  const heard: string[] = []
  const sockets = new Set<Socket>()
  const course: Course = { script, fromMessage, messages: 0 }
  const server = createServer((socket) => {
    sockets.add(socket)
    converse(socket, course, heard)
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
