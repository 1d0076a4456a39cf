import { readFile } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'
import { followInbound } from '@/bulletin/collect-inbound'
import { receiveInbound, type ReceivedMail } from '@/bulletin/receive-inbound'
import { makeMailer } from '@/mail/make-mailer'
import { WrongUse } from '../command/run-command'
import type { BulletinCommand } from './options'

const DID = {
  'bulletin-stopped': 'their Bulletin is stopped',
  counted: 'counted: after four issues in a row it is stopped',
  'staff-to-tell': 'the fault is ours: staff are told, the member keeps the Bulletin',
  noted: 'noted, nothing changed',
  none: 'about none of our mail, nothing changed',
} as const satisfies Record<ReceivedMail['effect'], string>

const rawOf = (file: string): Promise<Buffer> =>
  file === '-' ? buffer(process.stdin) : readFile(file)

const line = (file: string, received: ReceivedMail): string => {
  const { kind, enhancedCode, deliveryKey, effect, isNew } = received
  const what = [kind, enhancedCode, deliveryKey].filter(Boolean).join(' ')
  return `${file}: ${what}: ${DID[effect]}${isNew ? '' : ' (it was here before)'}`
}

/** Takes in messages as a relay's pipe or a person hands them over. A file that cannot be read stops nothing else. */
export async function inbound(command: BulletinCommand): Promise<void> {
  const { words, say, answer, endAsFailed } = command
  const files = words.slice(1)
  if (files.length === 0) throw new WrongUse('Name the files to take in, or - for a pipe.')
  const settings = await command.settings()
  const payload = await command.payload()
  const messages: object[] = []
  for (const file of files) {
    const raw = await rawOf(file).catch((fault: unknown) => {
      console.error(`${file} cannot be read: ${fault instanceof Error ? fault.message : ''}`)
      endAsFailed()
      return null
    })
    if (!raw) continue
    const received = await receiveInbound({ payload, settings, raw, now: new Date() })
    say(line(file, received))
    messages.push({ file, ...received })
  }
  const mailer = makeMailer(settings)
  try {
    await followInbound({ payload, settings, mailer, clock: () => new Date() })
  } finally {
    await mailer.close()
  }
  answer({ messages })
}
