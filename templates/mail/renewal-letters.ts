import { toLongDate } from '@/lib/london-time'
import type { Letter } from './letter'

export type Renewal = {
  readonly organisation: string
  readonly link: string
  readonly membershipTo: string
  /** Until when everybody still reads, where days of grace follow the last day. */
  readonly graceUntil: Date | null
  readonly stage: 'before' | 'grace' | 'ended'
}

const KEPT = 'Accounts and choices are kept, and everything is back the moment it is renewed.'

function paragraphsOf({ organisation, membershipTo, graceUntil, stage }: Renewal): string[] {
  const lastDay = `The last day of the membership of ${organisation} ${stage === 'before' ? 'is' : 'was'} ${toLongDate(membershipTo)}.`
  const until = graceUntil ? toLongDate(graceUntil) : null
  if (stage === 'ended') {
    return [lastDay, `Members now read titles and summaries, and their Bulletin rests. ${KEPT}`]
  }
  return [
    stage === 'grace'
      ? `${lastDay} Everybody can still read everything until ${until ?? toLongDate(membershipTo)}.`
      : lastDay +
        (until ? ` Days of grace follow: everybody can read everything until ${until}.` : ''),
    `After that, members read titles and summaries, and their Bulletin rests. ${KEPT}`,
  ]
}

const headOf = ({ organisation, membershipTo, stage }: Renewal) =>
  stage === 'before'
    ? {
        subject: `The membership of ${organisation} ends on ${toLongDate(membershipTo)}`,
        title: 'The membership ends soon',
      }
    : {
        subject: `The membership of ${organisation} has ended`,
        title: 'The membership has ended',
      }

/** To each manager, before a membership ends and once it has. */
export const renewalLetter = (renewal: Renewal): Letter => ({
  ...headOf(renewal),
  paragraphs: paragraphsOf(renewal),
  button: { href: renewal.link, label: 'Look at the membership' },
  notes: ['To renew, answer this mail.'],
})

/** To staff, with whom to talk to. `contact` is a name and an address, as far as they are known. */
export const renewalForStaffLetter = ({
  contact,
  managers,
  ...renewal
}: Renewal & { readonly contact: string; readonly managers: number }): Letter => ({
  ...headOf(renewal),
  paragraphs: [
    ...paragraphsOf(renewal),
    contact === '' ? 'No contact is on record.' : `The contact is ${contact}.`,
  ],
  button: { href: renewal.link, label: 'Open the organisation' },
  notes: [
    managers === 0
      ? 'Nobody manages its members, so nobody there has had this news.'
      : `The same news went to ${managers === 1 ? 'its manager' : `its ${managers} managers`}, who may answer it.`,
  ],
})
