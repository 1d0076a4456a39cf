import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { memberViewer } from '@/access/viewer'
import { JoinPanel } from '@/components/join-panel'
import type { Member, Organisation } from '@/payload-types'

const NOW = new Date('2026-11-26T12:00:00Z')
const DATES = { membershipFrom: '2018-01-01', membershipTo: '2027-03-31', graceDays: 0 }

function panelFor(dates: Partial<Organisation>, person: Partial<Member> = {}): string {
  const organisation = { id: 'o', name: 'Westmoor Council', ...DATES, ...dates } as Organisation
  const member = { id: 'm', name: 'Wendy', organisation, ...person } as Member
  return renderToStaticMarkup(
    <JoinPanel viewer={memberViewer(member, NOW)} path="/briefings/one" now={NOW} />,
  )
}

describe('the panel below a summary tells a member truly why', () => {
  it('they no longer have a seat, and nothing of a membership that runs', () => {
    const panel = panelFor({}, { leftAt: '2026-11-20T00:00:00Z' })

    expect(panel).toContain('You no longer have a seat')
    expect(panel).toContain('ask whoever manages its membership')
    expect(panel).not.toMatch(/begun|renew|not running/)
  })

  it('the membership has yet to begin, and when it does', () => {
    const panel = panelFor({ membershipFrom: '2027-01-01' })

    expect(panel).toContain('has not begun yet')
    expect(panel).toContain('begins on 1 January 2027')
    expect(panel).not.toMatch(/again|renew/)
  })

  it('the membership has ended, and whom to ask', () => {
    const panel = panelFor({ membershipTo: '2026-10-31' })

    expect(panel).toContain('ended on 31 October 2026. Until it is renewed')
    expect(panel).toContain('Ask about renewal')
  })
})
