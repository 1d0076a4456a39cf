import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { LeftNotice } from '@/app/(site)/account/membership'

const said = (because: Parameters<typeof LeftNotice>[0]['because']): string =>
  renderToStaticMarkup(<LeftNotice because={because} />)

it('says who ended the access of a member that was removed, and never that a colleague took the seat', () => {
  expect(said('removed')).toContain('A manager of your organisation has ended your access.')
  expect(said('removed')).not.toContain('colleague')
})

it('tells a member who did not answer that we asked, and how to come back', () => {
  expect(said('not-confirmed')).toContain('had no answer')
  expect(said('not-confirmed')).toContain('it brings you back')
  expect(said('not-confirmed')).not.toMatch(/colleague|manager of your/)
})

it('sends a member whose access staff ended to staff, and not to their manager', () => {
  expect(said('ended-by-staff')).toContain('We have ended your access.')
  expect(said('ended-by-staff')).toContain('href="/contact"')
  expect(said('ended-by-staff')).not.toMatch(/manage/)
})

it('gives no reason where none is on record', () => {
  expect(said(null)).toContain('Your access has ended.')
})
