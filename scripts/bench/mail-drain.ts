import { type AddressInfo, createServer, type Socket } from 'node:net'

/** What a drain has taken in. */
export type DrainTally = {
  readonly messages: number
  readonly bytes: number
  /** Messages to an address that had one already. */
  readonly again: number
}

const END_OF_MESSAGE = '\r\n.\r\n'

const counted = { messages: 0, bytes: 0 }
const recipients = new Set<string>()

const ANSWERS: readonly (readonly [string, string])[] = [
  ['EHLO', '250-drain\r\n250 8BITMIME'],
  ['RCPT', '250 2.1.5 ok'],
  ['DATA', '354 go on'],
  ['QUIT', '221 2.0.0 bye'],
]

const answerTo = (line: string): string =>
  ANSWERS.find(([verb]) => line.startsWith(verb))?.[1] ?? '250 2.0.0 ok'

/** Takes every message, keeps none, and answers as fast as it can. */
function converse(socket: Socket): void {
  let inMessage = false
  let recipient = ''
  let rest = ''

  const endMessage = () => {
    counted.messages += 1
    recipients.add(recipient)
    socket.write('250 2.0.0 taken\r\n')
  }
  const hear = (line: string) => {
    if (line.startsWith('RCPT')) recipient = line
    inMessage = line === 'DATA'
    socket.write(`${answerTo(line)}\r\n`)
  }
  /** Takes the next line, or the rest of a message, off `rest`. Answers whether it was there whole. */
  const takeNext = (): boolean => {
    const mark = inMessage ? END_OF_MESSAGE : '\r\n'
    const end = rest.indexOf(mark)
    if (end < 0) {
      if (inMessage) rest = rest.slice(1 - mark.length)
      return false
    }
    const taken = rest.slice(0, end)
    rest = rest.slice(end + mark.length)
    if (inMessage) {
      inMessage = false
      endMessage()
    } else hear(taken)
    return true
  }

  socket.setNoDelay(true)
  socket.on('error', () => undefined)
  socket.on('data', (chunk) => {
    counted.bytes += chunk.length
    rest += chunk.toString('latin1')
    while (takeNext()) continue
  })
  socket.write('220 drain\r\n')
}

const server = createServer(converse)
server.listen(0, '127.0.0.1', () => {
  process.send?.({ port: (server.address() as AddressInfo).port })
})

process.on('message', (word) => {
  const tally: DrainTally = { ...counted, again: counted.messages - recipients.size }
  process.send?.({ tally })
  if (word !== 'begin anew') return
  Object.assign(counted, { messages: 0, bytes: 0 })
  recipients.clear()
})
process.on('disconnect', () => process.exit())
