import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import type { PublicBriefing } from '@/access/to-public-part'
import { Holdings } from '@/app/(site)/briefings/[slug]/teaser-page'

const said = (holds: PublicBriefing['holds']): string =>
  renderToStaticMarkup(<Holdings briefing={{ holds } as PublicBriefing} />)

it('says in numbers what the whole holds, and nothing of what it has none of', () => {
  const words = said({ headings: 1, caseStudies: 0, sources: 12 })
  expect(words).toContain('What the full briefing holds')
  expect(words).toContain('>section<')
  expect(words).toContain('>numbered sources<')
  expect(words).not.toContain('case stud')
})

it('has no heading over nothing', () => {
  expect(said({ headings: 0, caseStudies: 0, sources: 0 })).toBe('')
})
