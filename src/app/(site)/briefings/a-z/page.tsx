import type { Metadata } from 'next'
import { byLetter } from '@/briefings/group-titles'
import { AllBriefings } from '../all-briefings'

export const metadata: Metadata = {
  title: 'Briefings from A to Z',
  alternates: { canonical: '/briefings/a-z' },
}

export default function BriefingsByLetter() {
  return (
    <AllBriefings
      title="Briefings from A to Z"
      label="Letters"
      other={{ href: '/briefings/by-year', words: 'by year' }}
      inGroups={byLetter}
    />
  )
}
