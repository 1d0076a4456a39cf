import { toLongDate } from '@/lib/london-time'
import type { Letter } from './letter'

type Named = { readonly organisation: string }
type Linked = { readonly link: string }

const IGNORE = 'If you did not ask for this, ignore this mail: nothing happens without you.'

/** To an address somebody gave who would like to join by it. Names nobody: whoever typed it may not be its owner. */
export const confirmJoinLetter = ({
  organisation,
  link,
  days,
}: Named & Linked & { readonly days: number }): Letter => ({
  subject: 'Confirm your address to join Signpost',
  title: 'Is this your address?',
  paragraphs: [
    `Somebody, we think you, asked to join Signpost with this address. ${organisation} has membership. Confirm that the address is yours, and you can read every briefing as soon as you have a seat.`,
  ],
  button: { href: link, label: 'Confirm and join' },
  notes: [`The link works for ${days} days.`, IGNORE],
})

export const knownAlreadyLetter = ({ link }: Linked): Letter => ({
  subject: 'You have a Signpost account already',
  title: 'You are a member already',
  paragraphs: [
    'Somebody, we think you, asked to join Signpost with this address. It has an account, so there is nothing to join: sign in and read.',
  ],
  button: { href: link, label: 'Sign in' },
  notes: [IGNORE],
})

export const seatFreeLetter = ({ organisation, link }: Named & Linked): Letter => ({
  subject: 'There is a seat for you at Signpost',
  title: 'Your wait is over',
  paragraphs: [
    `A seat of ${organisation} has become free, and it is yours. You can read every briefing in full and search the archive.`,
  ],
  button: { href: link, label: 'Sign in' },
  notes: ['Sign in with this e-mail address. There is no password: we mail you a code.'],
})

type BulletinLink = Linked & { readonly days: number }

const aboutTheBulletin = ({ link, days }: BulletinLink): Pick<Letter, 'aside'> => ({
  aside: {
    paragraph: `The Bulletin names new and updated briefings once a week. We send it only to those who ask for it; this link, good for ${days} days, leads to a page where you may.`,
    href: link,
    label: 'Would you like the weekly Bulletin?',
  },
})

/** To somebody who was given a seat, by a manager or by us. Subscribes them to nothing. */
export const invitationLetter = ({
  name,
  organisation,
  link,
  days,
  siteUrl,
  bulletin,
}: Named &
  Linked & {
    readonly name: string
    readonly days: number
    readonly siteUrl: string
    /** Where they may ask for the Bulletin; null for whoever is not to be asked. */
    readonly bulletin: BulletinLink | null
  }): Letter => ({
  subject: 'Your membership of Signpost',
  title: 'Your membership of Signpost',
  paragraphs: [
    `Hello ${name}. ${organisation} has given you membership of Signpost, a research service for people who make and carry out policy.`,
    'You can read every briefing in full and search the archive. In your account you choose whether you would like the weekly Bulletin, and on which topics.',
  ],
  button: { href: link, label: 'Sign in' },
  notes: [
    `The link works once, for ${days} days. After that, sign in at ${siteUrl}/sign-in with this e-mail address.`,
  ],
  ...(bulletin ? aboutTheBulletin(bulletin) : {}),
})

/** To who looks after the members of an organisation from now on. Subscribes them to nothing. */
export const managerInvitationLetter = ({
  name,
  organisation,
  seats,
  membershipFrom,
  membershipTo,
  hasBegun,
  link,
  days,
  siteUrl,
}: Named &
  Linked & {
    readonly name: string
    /** Null for any number. */
    readonly seats: number | null
    readonly membershipFrom: string
    readonly membershipTo: string
    readonly hasBegun: boolean
    readonly days: number
    readonly siteUrl: string
  }): Letter => ({
  subject: `You manage the membership of ${organisation} at Signpost`,
  title: 'You manage your organisation’s membership',
  paragraphs: [
    `Hello ${name}. ${organisation} has membership of Signpost, a research service for people who make and carry out policy: from ${toLongDate(membershipFrom)} to ${toLongDate(membershipTo)}, ${seatsInWords(seats)}. You have one of the seats, and ${hasBegun ? 'you can read every briefing in full' : 'can read every briefing in full from the first day'}.`,
    'You are its manager: you invite colleagues one by one or bring in a list, remove those who leave, and hear from us when somebody waits for a seat and before the membership ends.',
    `Your page for that, once you are signed in, is ${siteUrl}/account/organisation.`,
  ],
  button: { href: link, label: 'Sign in' },
  notes: [
    `The link works once, for ${days} days. After that, sign in at ${siteUrl}/sign-in with this e-mail address.`,
  ],
})

function seatsInWords(seats: number | null): string {
  if (seats === null) return 'for any number of people'
  return seats === 1 ? 'with one seat' : `with ${seats} seats`
}
