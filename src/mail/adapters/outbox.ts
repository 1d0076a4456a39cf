import { createHash, randomUUID } from 'node:crypto'
import { access, constants, mkdir, open, rename } from 'node:fs/promises'
import path from 'node:path'
import { composeEml } from '../compose-eml'
import type { FinishedMail, Mail, Mailer, SendOptions, SendOutcome } from '../mailer'

type OutboxOptions = {
  readonly folder: string
  readonly from: string
  readonly clock?: () => Date
}

const messageOf = (fault: unknown): string =>
  fault instanceof Error ? fault.message : String(fault)

/** `20261127T073000123Z-3f1c9a0b2d4e-5f6a7b8c.eml`: sorts by time and shows no address. */
function fileNameFor(mail: Pick<Mail, 'to'>, now: Date): string {
  const time = now.toISOString().replace(/[-:.]/g, '')
  const recipient = createHash('sha256').update(mail.to.address).digest('hex').slice(0, 12)
  return `${time}-${recipient}-${randomUUID().slice(0, 8)}.eml`
}

async function writeDurably(file: string, content: Buffer): Promise<void> {
  const handle = await open(file, 'wx', 0o600)
  try {
    await handle.writeFile(content)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Mail as `.eml` files in a folder, for machines without a mail server. A file appears whole or not at all. */
export function outboxMailer({ folder, from, clock = () => new Date() }: OutboxOptions): Mailer {
  const handOver = async (file: string, content: Buffer): Promise<SendOutcome> => {
    try {
      const part = path.join(folder, `.${path.basename(file)}.part`)
      await writeDurably(part, content)
      await rename(part, file)
      return { state: 'sent', code: 250, reply: `250 kept as ${path.basename(file)}` }
    } catch (fault) {
      return { state: 'unreached', reason: messageOf(fault) }
    }
  }

  const send = async (
    mail: Mail | FinishedMail,
    { beforeBody }: SendOptions = {},
  ): Promise<SendOutcome> => {
    const fault = await check()
    if (fault) return { state: 'unreached', reason: fault }
    const content = 'raw' in mail ? mail.raw : await composeEml(mail, from)
    try {
      await beforeBody?.()
    } catch (cause) {
      return { state: 'stopped', cause }
    }
    return handOver(path.join(folder, fileNameFor(mail, clock())), content)
  }

  const check = async (): Promise<string | null> => {
    try {
      await mkdir(folder, { recursive: true })
      await access(folder, constants.W_OK)
      return null
    } catch (fault) {
      return `The outbox cannot be written: ${messageOf(fault)}`
    }
  }

  return { send, check, from, destination: folder, close: () => Promise.resolve() }
}
