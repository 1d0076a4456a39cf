import { TIME_ZONE } from '@/bulletin/slots'
import type { DeliveryState } from '@/bulletin/delivery-store'
import type { IssueState } from '@/bulletin/issues'

/** Where an issue stands, as a sentence. */
export const STANDS: Record<IssueState, string> = {
  planned: 'It is being prepared: nothing is made up yet.',
  frozen: 'It is made up, and its readers are being listed.',
  enrolled: 'Its readers are listed, and it is about to be sent.',
  sending: 'It is being sent.',
  paused: 'It is paused: nobody is mailed.',
  finished: 'It went out.',
  empty: 'There was nothing new: nobody was mailed.',
  cancelled: 'It was cancelled. Who had not had it hears of its briefings in the next issue.',
}

/** What became of a mail, for people. */
export const BECAME: Record<DeliveryState, string> = {
  sent: 'sent: the mail server took it',
  failed: 'failed: the mail server refused it',
  suppressed: 'suppressed: the address must not be mailed',
  skipped: 'skipped: there was a reason not to mail',
  expired: 'expired: it could not be sent in time',
  uncertain: 'uncertain: nobody can say whether it arrived',
  pending: 'pending: still to be sent',
  sending: 'sending: at the mail server now',
}

const DONE: Record<string, string> = {
  saved: 'Saved.',
  unchanged: 'Nothing was changed: it is as you left it.',
  approved: 'Approved. It goes out at its time, or at once where that has passed.',
  paused: 'Paused. Nobody else is mailed until it is resumed. Nothing is lost.',
  resumed: 'Resumed. It goes on within half a minute.',
  cancelled: 'Cancelled. Its briefings come with the next issue to all who have not had them.',
  'taken-as-sent': 'Taken as sent. Nobody else gets it.',
  again: 'They are in line again. It goes on within half a minute.',
  tested: 'The test was sent.',
}

const FAULTS: Record<string, string> = {
  'no-reason': 'Nothing was done: say why, for the record, and press again.',
  'no-such-issue': 'Nothing was done: there is no such issue.',
  'not-now': 'Nothing was done: the issue has moved on meanwhile. Below is how it stands now.',
  unconfirmed: 'Nothing was sent: tick that you know some may get it twice.',
  'more-than-seen':
    'Nothing was sent: there are more of them now than you saw. Look at the list below and decide again.',
  busy: 'Another run works on this issue just now. Try again in a minute.',
  'nothing-left': 'Nothing was sent: none of these mails is left.',
  'not-staff': 'No test was sent: tests go to the address of a member of staff alone.',
  none: 'No test was sent: there would be no mail. The preview says why.',
  'not-sent':
    'The test was not sent: the mail server did not take it. “npm run doctor” says what is wrong.',
  'wrong-introduction': 'Nothing was saved: the introduction is longer than 600 characters.',
  'wrong-notes': 'Nothing was saved: a note is longer than 200 characters.',
  'wrong-coming':
    'Nothing was saved: each development needs a date, up to 200 characters of words, and an https address if any.',
}

export type Said = { readonly isFault: boolean; readonly words: string }

/** The sentence for what the last press did, or null. The words are ours alone: the address only names them. */
export function saidBy(done: string, fault: string): Said | null {
  const wordsOf = (list: Record<string, string>, name: string) =>
    Object.hasOwn(list, name) ? (list[name] ?? null) : null
  const [said, wrong] = [wordsOf(DONE, done), wordsOf(FAULTS, fault)]
  if (wrong) return { isFault: true, words: wrong }
  return said ? { isFault: false, words: said } : null
}

/** What may be done about the reason an issue is paused for. */
export function mendOf(reason: string): string {
  if (reason.startsWith('The database is older')) {
    return 'If it went out before the database was put back, take it as sent. To send it all the same, resume it: some may get it twice.'
  }
  if (reason.includes('refused for good')) {
    return 'Look at the failures below: are the addresses old, or is it our name that is refused? When you have looked, resume it.'
  }
  if (/\b5\d\d\b|mail server|sender/i.test(reason)) {
    return 'Mend what the mail server objects to (“npm run doctor” checks it), then resume the issue.'
  }
  return 'When it is settled, resume the issue, or cancel it: its briefings then come with the next.'
}

const moment = new Intl.DateTimeFormat('en-GB', {
  dateStyle: 'long',
  timeStyle: 'short',
  timeZone: TIME_ZONE,
})

/** `27 November 2026 at 07:30`, as clocks in London say. */
export const toMoment = (iso: string): string => moment.format(new Date(iso))

export const plural = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`
