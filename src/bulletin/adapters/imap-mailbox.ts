import { ImapFlow, type ImapFlowOptions } from 'imapflow'
import { type Mailbox, MailboxUnavailable, type OpenMailbox } from '../mailbox'

const SECOND = 1000
const MOST_BYTES = 1024 * 1024

type ImapOptions = {
  /** `imap(s)://user:password@host:port/mailbox`; the mailbox is `INBOX` if left out. */
  readonly url: string
  /** How long the server may say nothing, in milliseconds. */
  readonly patience?: number
}

const pathOf = ({ pathname }: URL): string => decodeURIComponent(pathname.slice(1)) || 'INBOX'

/** Without its credentials. */
const nameOf = (url: URL): string =>
  `${url.protocol}//${decodeURIComponent(url.username)}@${url.host}/${pathOf(url)}`

function optionsFor(url: URL, patience: number): ImapFlowOptions {
  const secure = url.protocol === 'imaps:'
  return {
    host: url.hostname,
    port: Number(url.port) || (secure ? 993 : 143),
    secure,
    auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    disableAutoIdle: true,
    logger: false,
  }
}

const wordsOf = (fault: unknown): string => {
  if (!(fault instanceof Error)) return String(fault)
  const { responseText, authenticationFailed } = fault as Error & {
    responseText?: string
    authenticationFailed?: boolean
  }
  const words = responseText ?? fault.message
  return authenticationFailed ? `the server refused the name or the password: ${words}` : words
}

async function opened(client: ImapFlow, path: string): Promise<OpenMailbox> {
  await client.connect()
  const { uidValidity } = await client.mailboxOpen(path)
  const uidOnly = { uid: true } as const
  const one = (uid: number) => String(uid)
  const must = (isDone: boolean | undefined, what: string) => {
    if (!isDone) throw new MailboxUnavailable(`The mailbox would not ${what}.`)
  }
  return {
    numbering: String(uidValidity),
    after: async (uid) => {
      const found = await client.search({ uid: `${uid + 1}:*` }, uidOnly)
      // `n:*` names the last message even where its number is lower than n (RFC 3501 section 6.4.8).
      return (found || []).filter((number) => number > uid).sort((a, b) => a - b)
    },
    raw: async (uid) => {
      const query = { source: { maxLength: MOST_BYTES } }
      const message = await client.fetchOne(one(uid), query, uidOnly)
      return (message && message.source) || null
    },
    remove: async (uid) => {
      // Without UIDPLUS an expunge would also take what a person has marked: so it is marked, and no more.
      const isRemoved = client.capabilities.has('UIDPLUS')
        ? await client.messageDelete(one(uid), uidOnly)
        : await client.messageFlagsAdd(one(uid), ['\\Deleted'], uidOnly)
      must(isRemoved, 'delete a message')
    },
    leave: async (uid) => {
      must(await client.messageFlagsAdd(one(uid), ['\\Seen'], uidOnly), 'mark a message')
    },
    close: () => client.logout().catch(() => client.close()),
  }
}

/** A mailbox read by IMAP (RFC 3501), over TLS with `imaps://` or where the server offers it. */
export function imapMailbox({ url, patience = 30 * SECOND }: ImapOptions): Mailbox {
  const address = new URL(url)
  const name = nameOf(address)
  return {
    name,
    open: async () => {
      const client = new ImapFlow(optionsFor(address, patience))
      let broken: unknown
      // A connection that breaks between two commands is told here; the next command throws.
      client.on('error', (fault: unknown) => (broken = fault))
      try {
        return await opened(client, pathOf(address))
      } catch (fault) {
        client.close()
        throw new MailboxUnavailable(`${name}: ${wordsOf(broken ?? fault)}`, { cause: fault })
      }
    },
  }
}
