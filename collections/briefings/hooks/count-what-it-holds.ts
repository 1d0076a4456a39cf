import type { CollectionBeforeChangeHook } from 'payload'
import { countHoldings, readingMinutes } from '@/lib/lexical/outline'
import type { Briefing } from '@/payload-types'

/** Derives the public numbers from the member text, so that no reader of the numbers needs the text. */
export const countWhatItHolds: CollectionBeforeChangeHook<Briefing> = ({ data, originalDoc }) => {
  const body = data.body ?? originalDoc?.body
  const { headings, caseStudies } = countHoldings(body)
  return {
    ...data,
    readingMinutes: readingMinutes(body),
    headingCount: headings,
    caseStudyCount: caseStudies,
    sourceCount: (data.sources ?? originalDoc?.sources ?? []).length,
  }
}
