import type { Metadata } from 'next'
import { byYear } from '@/briefings/group-titles'
import { AllBriefings } from '../all-briefings'

export const metadata: Metadata = {
  title: 'Briefings by year',
  alternates: { canonical: '/briefings/by-year' },
}

export default function BriefingsByYear() {
  return (
    <AllBriefings
      title="Briefings by year"
      label="Years"
      other={{ href: '/briefings/a-z', words: 'from A to Z' }}
      inGroups={byYear}
    />
  )
}
