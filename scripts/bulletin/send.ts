import { issueStatus } from '@/bulletin/issue-status'
import type { RunOutcome } from '@/bulletin/run-issue'
import { sendOwed, type SendOwedOutcome } from '@/bulletin/send-owed'
import { makeMailer } from '@/mail/make-mailer'
import type { BulletinCommand } from './options'
import { withSavedSearches } from './with-saved-searches'

type Waiting = Extract<RunOutcome, { kind: 'waiting' }>
type Ran = Extract<SendOwedOutcome, { kind: 'ran' }>

function whyItWaits({ unreachable, perDay }: Waiting): string | null {
  if (unreachable) return `the mail server was not reached: ${unreachable}`
  return perDay ? `${perDay} mails were sent within a day, as many as MAIL_PER_DAY allows` : null
}

async function report(command: BulletinCommand, { issueKey, outcome }: Ran): Promise<void> {
  const { say, answer, endAsFailed } = command
  if (outcome.kind === 'busy') {
    say(`${issueKey} is being sent by another process`)
    answer({ issue: issueKey, busy: true })
    return
  }
  const found = await issueStatus(await command.payload(), issueKey)
  if (!found) throw new Error(`The issue ${issueKey} has gone.`)
  const counts = `${found.sent} sent, ${found.pending} pending, ${found.failed} failed, ${found.uncertain} uncertain`
  if (outcome.kind === 'miscounted') {
    console.error(
      `${issueKey} is not finished: ${outcome.candidates} readers were enrolled, and the ledger holds ${outcome.accounted} rows. Look at what was done to the database.`,
    )
    endAsFailed()
  } else if (outcome.kind === 'closed') {
    say(`${issueKey} is ${outcome.state}: ${outcome.handled} handed over in this run; ${counts}`)
  } else {
    const why = whyItWaits(outcome) ?? counts
    console.error(`${issueKey} waits: ${why}. Run the command again, or leave it to the worker.`)
    endAsFailed()
  }
  answer(found)
}

export async function send(command: BulletinCommand): Promise<void> {
  const { values, say, answer, progress } = command
  const settings = await command.settings()
  const payload = await command.payload()
  const mailer = makeMailer(settings)
  const stopping = new AbortController()
  const stop = () => stopping.abort()
  process.once('SIGINT', stop).once('SIGTERM', stop)
  try {
    const result = await withSavedSearches(command, (findsAmong) =>
      sendOwed({
        payload,
        settings,
        mailer,
        findsAmong,
        clock: () => new Date(),
        issueKey: values.issue,
        isEarly: values.now === true,
        stop: stopping.signal,
        onProgress: (handled) => progress(`${handled} handled, to ${mailer.destination}`),
      }),
    )
    if (result.kind === 'no-such-issue') throw new Error(`There is no issue ${values.issue ?? ''}.`)
    if (result.kind === 'not-approved') {
      throw new Error(
        `${result.issueKey} waits for an editor's approval: npm run bulletin -- approve --issue ${result.issueKey} --by NAME`,
      )
    }
    if (result.kind === 'ran') {
      await report(command, result)
      return
    }
    say('nothing owed')
    answer({ owed: false })
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop)
    await mailer.close()
  }
}
