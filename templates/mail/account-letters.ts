import { toLongDate } from '@/lib/london-time'
import type { Letter } from './letter'

type Named = { readonly organisation: string }
type Linked = { readonly link: string }

/** Once a year, to an address that nothing has proved to be its member's since. */
export const confirmAddressLetter = ({
  name,
  organisation,
  link,
  days,
}: Named & Linked & { readonly name: string; readonly days: number }): Letter => ({
  subject: 'Is this still your address at work?',
  title: 'Is this still your address?',
  paragraphs: [
    `Hello ${name}. You read Signpost by the membership of ${organisation}. Once a year we ask whether the address is still yours.`,
    `Press the button within ${days} days, or sign in once. Otherwise your access ends and your seat goes to a colleague.`,
  ],
  button: { href: link, label: 'Yes, it is still mine' },
  notes: [`If you no longer work for ${organisation}, there is nothing to do.`],
})

export const addressLapsedLetter = ({
  organisation,
  link,
  days,
}: Named & Linked & { readonly days: number }): Letter => ({
  subject: 'Your access to Signpost has ended',
  title: 'Your access has ended',
  paragraphs: [
    `We asked whether this address is still yours and had no answer, so your seat of ${organisation} is free again. For ${days} days your saved searches and your reading list are kept.`,
    'If you are still there, one press brings you back, as long as a seat is free.',
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

/** To each manager, and to staff, before a membership ends and once it has. */
export const renewalLetter = ({
  organisation,
  membershipTo,
  hasEnded,
  link,
}: Named & Linked & { readonly membershipTo: string; readonly hasEnded: boolean }): Letter => ({
  subject: hasEnded
    ? `The membership of ${organisation} has ended`
    : `The membership of ${organisation} ends on ${toLongDate(membershipTo)}`,
  title: hasEnded ? 'The membership has ended' : 'The membership ends soon',
  paragraphs: [
    `The last day of the membership of ${organisation} ${hasEnded ? 'was' : 'is'} ${toLongDate(membershipTo)}.`,
    'Once it is over, members read titles and summaries, and their Bulletin rests. Their accounts and choices are kept, and everything is back the moment it is renewed.',
  ],
  button: { href: link, label: 'Look at the membership' },
  notes: ['To renew, answer this mail.'],
})
