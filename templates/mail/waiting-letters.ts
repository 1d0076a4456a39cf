import type { Letter } from './letter'

type Waiting = {
  readonly organisation: string
  /** Of who waits. */
  readonly name: string
  readonly email: string
  readonly link: string
}

const NO_MANAGER = 'The organisation has no manager, so this comes to you.'

/** `seats` is null where any number may read, and then nobody waits long. */
function takenInWords(seats: number | null): string {
  if (seats === null || seats < 1) return 'No seat is free.'
  return seats === 1 ? 'Its one seat is taken.' : `All ${seats} seats are taken.`
}

type SeatWanted = Waiting & { readonly seats: number | null }

const seatWanted = ({ organisation, name, email, seats }: SeatWanted, whatToDo: string) => ({
  subject: `${name} is waiting for a seat at Signpost`,
  title: 'Somebody is waiting for a seat',
  paragraphs: [
    `${name} (${email}) would like to join by the membership of ${organisation}, and has confirmed the address. ${takenInWords(seats)}`,
    whatToDo,
  ],
})

/** To a manager, when somebody with an address of the organisation found no seat free. */
export const seatWantedLetter = (said: SeatWanted): Letter => ({
  ...seatWanted(
    said,
    'Remove somebody who has left, and the seat goes to the one who has waited longest. For more seats, answer this mail.',
  ),
  button: { href: said.link, label: 'Look at your members' },
})

/** The same to staff, where nobody manages the organisation. */
export const seatWantedForStaffLetter = (said: SeatWanted): Letter => ({
  ...seatWanted(
    said,
    `${NO_MANAGER} Raise its number of seats, or end the access of somebody who has left: the seat goes to the one who has waited longest.`,
  ),
  button: { href: said.link, label: 'Open the organisation' },
})

const returnWanted = ({ organisation, name, email }: Waiting, whatToDo: string) => ({
  subject: `${name} asks to read Signpost again`,
  title: 'A former member asks to come back',
  paragraphs: [
    `${name} (${email}) had a seat of ${organisation}, until their access was ended. They have asked to join again, and have confirmed the address.`,
    whatToDo,
  ],
})

/** To a manager, when somebody whose access was ended asked to join again. */
export const returnWantedLetter = (said: Waiting): Letter => ({
  ...returnWanted(
    said,
    'They cannot come back by themselves. If they should read again, press “Put back” beside their name. If not, there is nothing to do.',
  ),
  button: { href: said.link, label: 'Look at your members' },
})

/** The same to staff, where nobody manages the organisation. */
export const returnWantedForStaffLetter = (said: Waiting): Letter => ({
  ...returnWanted(
    said,
    `${NO_MANAGER} They cannot come back by themselves. If they should read again, an administrator presses “Give access back” on the page of the member. If not, there is nothing to do.`,
  ),
  button: { href: said.link, label: 'Open the member' },
})
