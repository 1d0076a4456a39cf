import { toLongDate } from '@/lib/london-time'
import type { Letter } from './letter'

type Named = { readonly organisation: string }
type Linked = { readonly link: string }

/** Once a year, to an address that nothing has proved to be its member's since; and once more a week before the end. */
export const confirmAddressLetter = ({
  name,
  organisation,
  link,
  endsOn,
  isAgain,
}: Named &
  Linked & {
    readonly name: string
    /** When the access ends, unless there is an answer. */
    readonly endsOn: Date
    readonly isAgain: boolean
  }): Letter => ({
  subject: isAgain
    ? `Your access to Signpost ends on ${toLongDate(endsOn)}`
    : 'Is this still your address at work?',
  title: isAgain
    ? 'We ask a second time: is this still your address?'
    : 'Is this still your address?',
  paragraphs: [
    isAgain
      ? `Hello ${name}. We have asked whether this address is still yours, and had no answer. You read Signpost by the membership of ${organisation}.`
      : `Hello ${name}. You read Signpost by the membership of ${organisation}. Once a year we ask whether the address is still yours.`,
    `Your access ends on ${toLongDate(endsOn)}, and your seat goes to a colleague. To keep it, press the button before then, or sign in once.`,
  ],
  button: { href: link, label: 'Yes, it is still mine' },
  notes: [`If you no longer work for ${organisation}, there is nothing to do.`],
})

export const addressLapsedLetter = ({
  organisation,
  link,
  erasedOn,
}: Named & Linked & { readonly erasedOn: Date }): Letter => ({
  subject: 'Your access to Signpost has ended',
  title: 'Your access has ended',
  paragraphs: [
    `We asked whether this address is still yours and had no answer, so your seat of ${organisation} is free again.`,
    'If you are still there, one press brings you back with all you had, as long as a seat is free.',
    `On ${toLongDate(erasedOn)} we erase your account, with your saved searches, your reading list and your Bulletin choices.`,
  ],
  button: { href: link, label: 'I am still here' },
})

export const changeOldLetter = ({
  newEmail,
  link,
  days,
}: Linked & { readonly newEmail: string; readonly days: number }): Letter => ({
  subject: 'Do you want to change your address at Signpost?',
  title: 'A change of your address',
  paragraphs: [
    `Somebody, we think you, asked that your account move to ${newEmail}. It moves once both addresses have said yes.`,
  ],
  button: { href: link, label: 'Say yes or no' },
  notes: [
    `The link works for ${days} days. If it was not you, open it and say no, and sign out everywhere in your account.`,
  ],
})

export const changeNewLetter = ({ link, days }: Linked & { readonly days: number }): Letter => ({
  subject: 'Confirm your new address at Signpost',
  title: 'Is this your new address?',
  paragraphs: [
    'Somebody, we think you, asked that their Signpost account move to this address. It moves once both the old address and this one have said yes.',
  ],
  button: { href: link, label: 'Say yes or no' },
  notes: [`The link works for ${days} days. If it was not you, ignore this mail.`],
})

export const addressChangedLetter = ({ newEmail }: { readonly newEmail: string }): Letter => ({
  subject: 'Your address at Signpost has changed',
  title: 'Your address has changed',
  paragraphs: [
    `Your account now belongs to ${newEmail}: sign in with that address from now on. Nothing else has changed.`,
  ],
  notes: ['If you did not want this, answer this mail today.'],
})
