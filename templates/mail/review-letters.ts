import { toLongDate } from '@/lib/london-time'
import type { Letter } from './letter'

type OfBriefing = { readonly title: string; readonly link: string }

const WHY = 'You get this because you work at Signpost’s desk. It holds nothing of the text.'

/** To those who may approve a briefing, once it was submitted. */
export const reviewWantedLetter = ({
  title,
  link,
  by,
}: OfBriefing & { readonly by: string }): Letter => ({
  subject: `For your review: ${title}`,
  title: 'A briefing waits for your review',
  paragraphs: [
    `${by} has submitted “${title}”. It waits for an editor to read it, and to approve it or ask for changes.`,
  ],
  button: { href: link, label: 'Read it at the desk' },
  notes: ['Whoever is first may take it: nothing is published without one of you.', WHY],
})

/** To who submitted a briefing, once an editor has looked at it. */
export const reviewAnsweredLetter = ({
  title,
  link,
  by,
  isApproved,
}: OfBriefing & { readonly by: string; readonly isApproved: boolean }): Letter => ({
  subject: isApproved ? `Approved: ${title}` : `Changes asked: ${title}`,
  title: isApproved ? 'Your briefing is approved' : 'Changes are asked of your briefing',
  paragraphs: [
    isApproved
      ? `${by} has approved “${title}”. An editor other than you publishes it. If you change the text, it goes into review again.`
      : `${by} has read “${title}” and asks for changes. What they are stands beside the text, under “Review”.`,
  ],
  button: { href: link, label: 'Open it at the desk' },
  notes: [WHY],
})

/** To who wrote a briefing, on the day it is to be looked at again. */
export const reviewDueLetter = ({
  title,
  link,
  reviewBy,
}: OfBriefing & { readonly reviewBy: string }): Letter => ({
  subject: `Due for review: ${title}`,
  title: 'A briefing is due for review',
  paragraphs: [
    `“${title}” was to be looked at again by ${toLongDate(reviewBy)}. Is it still right, and is anything new?`,
    'If it is right, set a later date. If it is not, update it, or have an editor mark it as superseded or withdraw it.',
  ],
  button: { href: link, label: 'Open it at the desk' },
  notes: ['We remind you once of each date.', WHY],
})
