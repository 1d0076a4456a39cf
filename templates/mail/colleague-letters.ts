import type { Letter } from './letter'

type Sent = {
  /** Who sends it, by name. */
  readonly sender: string
  /** The public part of the briefing: nothing of its text. */
  readonly title: string
  readonly summary: string
  readonly link: string
}

const WHY = (sender: string): string =>
  `You have this one mail because ${sender} gave us your address to send it to. We put it on no list. To have no more of these, answer this mail.`

const subjectOf = ({ sender, title }: Sent): string => `${sender} sends you a briefing: ${title}`

/** To a colleague with an address of the same organisation, who may read it at once. */
export const briefingForYouLetter = (sent: Sent & { readonly days: number }): Letter => ({
  subject: subjectOf(sent),
  title: sent.title,
  paragraphs: [
    sent.summary,
    `${sent.sender} reads Signpost, a research service for people who make and carry out policy, and sends you this briefing. Your organisation has membership, so you can read it in full without an account.`,
  ],
  button: { href: sent.link, label: 'Read the briefing' },
  notes: [`The link works once, for ${sent.days} days.`, WHY(sent.sender)],
})

/** To everybody else: what the public may read, and how to read the rest. Says nothing of who is a member. */
export const briefingOfInterestLetter = (sent: Sent): Letter => ({
  subject: subjectOf(sent),
  title: sent.title,
  paragraphs: [
    sent.summary,
    `${sent.sender} reads Signpost, a research service for people who make and carry out policy, and thought this briefing would interest you. The page shows what it holds, and how members read it in full.`,
  ],
  button: { href: sent.link, label: 'Look at the briefing' },
  notes: [WHY(sent.sender)],
})
