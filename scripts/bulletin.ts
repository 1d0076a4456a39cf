import { approve } from './bulletin/approve'
import { explain } from './bulletin/explain'
import { inbound } from './bulletin/inbound'
import { plan } from './bulletin/plan'
import { preview } from './bulletin/preview'
import { retry } from './bulletin/retry'
import { send } from './bulletin/send'
import { status } from './bulletin/status'
import { test } from './bulletin/test'
import { cancel, pause, resume, takeSent } from './bulletin/steer'
import type { BulletinCommand } from './bulletin/options'
import { OPTIONS } from './bulletin/options'
import { runCommand, WrongUse } from './command/run-command'

const HELP = `npm run bulletin -- plan                              the coming issue, its items, who gets it and who does not, and why
npm run bulletin -- preview --as EMAIL [--out FILE]   the very message that member would get now
npm run bulletin -- send [--issue KEY] [--now]        freezes, enrols and sends what is due; --now: before its slot
npm run bulletin -- status [--issue KEY]              the issue's ledger added up
npm run bulletin -- explain --as EMAIL [--issue KEY]  what a member got of each issue and why, and why not the rest
npm run bulletin -- test --to STAFF_EMAIL [--as EMAIL] mails the coming issue to a member of staff, marked as a test
npm run bulletin -- approve --by NAME [--issue KEY]   lets an issue go out that waits for approval
npm run bulletin -- retry --issue KEY --uncertain [--yes]
                                                      sends again to those of whom nobody knows; some may get two
npm run bulletin -- retry --issue KEY --failed [--yes]
                                                      sends again to those whose mail was refused for good
npm run bulletin -- pause|resume|cancel [--issue KEY] [--why TEXT]
                                                      holds an issue, lets it go on, or ends it: its items come with the next
npm run bulletin -- take-as-sent [--issue KEY]        for a paused issue that went out before the database was put back
npm run bulletin -- inbound FILE.eml…                 takes in bounces and complaints from files, or from a pipe with -

--json answers as one object on the last line.`

const TASKS: Record<string, (command: BulletinCommand) => Promise<void>> = {
  plan,
  preview,
  send,
  status,
  explain,
  test,
  approve,
  retry,
  pause,
  resume,
  cancel,
  'take-as-sent': takeSent,
  inbound,
}

await runCommand({ help: HELP, options: OPTIONS }, async (command) => {
  const task = TASKS[command.words[0] ?? '']
  const takesFiles = task === inbound
  if (!task || (command.words.length > 1 && !takesFiles))
    throw new WrongUse('Say what to do with the Bulletin.')
  await task(command)
})
