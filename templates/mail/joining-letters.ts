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
    `Somebody, we think you, asked to join Signpost with this address. ${organisation} has membership, so you may read every briefing once you have confirmed that the address is yours.`,
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

/** To a manager, when somebody with an address of the organisation found no seat free. */
export const seatWantedLetter = ({
  organisation,
  seats,
  name,
  email,
  link,
}: Named & Linked & { readonly seats: number; readonly name: string; readonly email: string }) =>
  ({
    subject: `${name} is waiting for a seat at Signpost`,
    title: 'Somebody is waiting for a seat',
    paragraphs: [
      `${name} (${email}) would like to join by the membership of ${organisation}, and has confirmed the address. All ${seats} seats are taken.`,
      'Remove somebody who has left, and the seat goes to the one who has waited longest. For more seats, answer this mail.',
    ],
    button: { href: link, label: 'Look at your members' },
  }) satisfies Letter

/** To somebody a manager invited. Subscribes them to nothing. */
export const invitationLetter = ({
  name,
  organisation,
  link,
  days,
  siteUrl,
}: Named &
  Linked & {
    readonly name: string
    readonly days: number
    readonly siteUrl: string
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
})
