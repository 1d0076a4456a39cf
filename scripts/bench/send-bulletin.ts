import { isOnSqlite } from '@/bulletin/adapters/by-database'
import { ledgerFileOf } from '@/bulletin/adapters/ledger-file'
import { issueStatus } from '@/bulletin/issue-status'
import { runIssue } from '@/bulletin/run-issue'
import { makeMailer } from '@/mail/make-mailer'
import { runCommand } from '../command/run-command'
import { findsNothing } from './finds-nothing'
import { keptMb } from './kept-memory'
import { residentMb } from './measured-site'

const HELP = `send-bulletin --issue KEY

Sends an enrolled issue as the worker does, and answers how long it took from the first mail until the issue was closed,
how many durable commits that cost, the most memory this process had, and what it kept of it half way and at the end, in
megabytes. For measuring only.`

const EVERY_MS = 200

await runCommand({ help: HELP, options: { issue: { type: 'string' } } }, async (command) => {
  const payload = await command.payload()
  const settings = await command.settings()
  const issueKey = command.values.issue ?? ''
  const mailer = makeMailer(settings)
  const owed = (await issueStatus(payload, issueKey))?.pending ?? 0
  let peakMb = 0
  let halfWayMb = 0
  const watch = setInterval(() => {
    peakMb = Math.max(peakMb, residentMb(process.pid) ?? 0)
  }, EVERY_MS)
  const begun = performance.now()
  let lastAt = begun
  await runIssue({
    payload,
    settings,
    mailer,
    issueKey,
    findsAmong: findsNothing,
    clock: () => new Date(),
    onProgress: (count) => {
      if (count === Math.ceil(owed / 2)) halfWayMb = keptMb()
      lastAt = performance.now()
    },
  })
  const closedMs = performance.now() - begun
  clearInterval(watch)
  const endMb = keptMb()
  await mailer.close()
  command.answer({
    ...(await issueStatus(payload, issueKey)),
    tookMs: lastAt - begun,
    closedMs,
    commits: isOnSqlite(payload) ? ledgerFileOf(payload).commits() : null,
    memory: { peakMb, halfWayMb, endMb },
  })
})
