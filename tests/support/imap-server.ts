import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'

type Kept = { readonly uid: number; readonly raw: Buffer; readonly flags: Set<string> }

/** A mailbox behind a real socket: as much of IMAP (RFC 3501, UIDPLUS) as a reader of one mailbox speaks. */
export type ImapServer = {
  readonly url: string
  /** Names of the commands it was given, and what they were given. */
  readonly commands: string[]
  readonly deliver: (raw: Buffer) => number
  /** What is in the mailbox, and how it is marked. */
  readonly messages: () => { readonly uid: number; readonly flags: string[] }[]
  /** Numbers the messages anew, as a server does whose index was lost. */
  readonly renumber: () => void
  readonly close: () => Promise<void>
}

export type ImapHooks = {
  /** Ends the connection instead of answering. */
  readonly breaksAt?: (command: string) => boolean
  readonly withoutUidplus?: boolean
  readonly password?: string
}

type Mailbox = { validity: number; next: number; kept: Kept[] }

/** Whether a number is in a set such as `1,4:6,9:*`. `9:*` always has the last one. */
function isInSet(set: string, uid: number, last: number): boolean {
  return set.split(',').some((range) => {
    const [from = 0, to = from] = range
      .split(':')
      .map((end) => (end === '*' ? last : Number(end)))
      .sort((a, b) => a - b)
    return uid >= from && uid <= to
  })
}

const flagsOf = ({ flags }: Kept) => `(${[...flags].join(' ')})`

function conversation(box: Mailbox, { withoutUidplus = false, password = 'secret' }: ImapHooks) {
  const chosen = (set: string) => {
    const last = box.kept.at(-1)?.uid ?? 0
    return box.kept.flatMap((message, index) =>
      isInSet(set, message.uid, last) ? [{ message, sequence: index + 1 }] : [],
    )
  }
  const expunge = (set: string): string[] => {
    const gone = chosen(set).filter(({ message }) => message.flags.has('\\Deleted'))
    box.kept = box.kept.filter((message) => !gone.some((one) => one.message === message))
    return gone.map(({ sequence }, already) => `* ${sequence - already} EXPUNGE`)
  }
  const answers: Record<string, (rest: string) => (string | Buffer)[] | null> = {
    CAPABILITY: () => [`* CAPABILITY IMAP4rev1${withoutUidplus ? '' : ' UIDPLUS'}`],
    LOGIN: (rest) => (rest.includes(`"${password}"`) || rest.endsWith(` ${password}`) ? [] : null),
    NAMESPACE: () => ['* NAMESPACE (("" "/")) NIL NIL'],
    LIST: () => ['* LIST () "/" INBOX'],
    NOOP: () => [],
    LOGOUT: () => ['* BYE until later'],
    SELECT: (rest) =>
      /^"?INBOX"?$/i.test(rest)
        ? [
            '* FLAGS (\\Seen \\Deleted)',
            `* ${box.kept.length} EXISTS`,
            '* 0 RECENT',
            `* OK [UIDVALIDITY ${box.validity}] numbered`,
            `* OK [UIDNEXT ${box.next}] next`,
            '* OK [PERMANENTFLAGS (\\Seen \\Deleted)] kept',
          ]
        : null,
    'UID SEARCH': (rest) => {
      const found = chosen(/UID (\S+)/.exec(rest)?.[1] ?? '1:*')
      return [`* SEARCH ${found.map(({ message }) => message.uid).join(' ')}`.trim()]
    },
    'UID FETCH': (rest) =>
      chosen(rest.split(' ')[0] ?? '').flatMap(({ message, sequence }) => {
        const most = Number(/<0\.(\d+)>/.exec(rest)?.[1] ?? Infinity)
        const raw = message.raw.subarray(0, most)
        const name = most === Infinity ? 'BODY[]' : 'BODY[]<0>'
        const head = `* ${sequence} FETCH (UID ${message.uid} ${name} {${raw.length}}\r\n`
        return [Buffer.concat([Buffer.from(head), raw, Buffer.from(')')])]
      }),
    'UID STORE': (rest) =>
      chosen(rest.split(' ')[0] ?? '').map(({ message, sequence }) => {
        for (const flag of /\(([^)]*)\)/.exec(rest)?.[1]?.split(' ') ?? []) message.flags.add(flag)
        return `* ${sequence} FETCH (UID ${message.uid} FLAGS ${flagsOf(message)})`
      }),
    'UID EXPUNGE': (rest) => expunge(rest),
    EXPUNGE: () => expunge('1:*'),
  }
  return (command: string, rest: string) => answers[command]?.(rest) ?? null
}

function serve(socket: Socket, box: Mailbox, hooks: ImapHooks, commands: string[]): void {
  const answer = conversation(box, hooks)
  let waiting = ''
  const take = (line: string) => {
    const [, tag = '*', command = '', rest = ''] =
      /^(\S+) ((?:UID )?\S+) ?(.*)$/i.exec(line)?.map((part) => part) ?? []
    const name = command.toUpperCase()
    commands.push(name === 'LOGIN' ? name : `${name} ${rest}`.trim())
    if (hooks.breaksAt?.(name)) {
      socket.destroy()
      return
    }
    const lines = answer(name, rest)
    for (const said of lines ?? []) {
      socket.write(said)
      socket.write('\r\n')
    }
    socket.write(`${tag} ${lines ? 'OK done' : 'NO that cannot be'}\r\n`)
    if (name === 'LOGOUT') socket.end()
  }
  socket.on('error', () => undefined)
  socket.on('data', (chunk: Buffer) => {
    waiting += chunk.toString('latin1')
    for (let end = waiting.indexOf('\r\n'); end >= 0; end = waiting.indexOf('\r\n')) {
      const line = waiting.slice(0, end)
      waiting = waiting.slice(end + 2)
      take(line)
    }
  })
  socket.write('* OK a mailbox for tests\r\n')
}

export async function openImapServer(hooks: ImapHooks = {}): Promise<ImapServer> {
  const box: Mailbox = { validity: 1001, next: 1, kept: [] }
  const commands: string[] = []
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    serve(socket, box, hooks, commands)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `imap://bounces%40example.org:secret@127.0.0.1:${port}/INBOX`,
    commands,
    deliver: (raw) => {
      const uid = box.next
      box.next += 1
      box.kept.push({ uid, raw, flags: new Set() })
      return uid
    },
    messages: () => box.kept.map(({ uid, flags }) => ({ uid, flags: [...flags] })),
    renumber: () => {
      box.validity += 1
      box.kept = box.kept.map(({ raw }, index) => ({ uid: index + 1, raw, flags: new Set() }))
      box.next = box.kept.length + 1
    },
    close: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
