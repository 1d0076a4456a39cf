import { addressLapsedLetter, confirmAddressLetter } from '@templates/mail/account-letters'
import { managerInvitationLetter } from '@templates/mail/joining-letters'
import type { Letter } from '@templates/mail/letter'
import { renewalForStaffLetter, renewalLetter } from '@templates/mail/renewal-letters'
import { describe, expect, it } from 'vitest'

const wordsOf = ({ subject, title, paragraphs, notes = [] }: Letter): string =>
  [subject, title, ...paragraphs, ...notes].join('\n')

const ORGANISATION = { organisation: 'Westmoor Council', link: 'https://signpost.example/x' }

describe('the yearly question', () => {
  const ask = (isAgain: boolean) =>
    wordsOf(
      confirmAddressLetter({
        ...ORGANISATION,
        name: 'Rita',
        endsOn: new Date('2026-12-04T12:00:00Z'),
        isAgain,
      }),
    )

  it('gives the day the access ends, the first time and the second', () => {
    expect(ask(false)).toContain('Your access ends on 4 December 2026')
    expect(ask(true)).toContain('Your access ends on 4 December 2026')
  })

  it('says the second time that it is the second', () => {
    expect(ask(true)).toContain('a second time')
    expect(ask(false)).not.toContain('second')
  })

  it('unanswered, tells that the whole account will be erased, and when', () => {
    const letter = addressLapsedLetter({
      ...ORGANISATION,
      erasedOn: new Date('2027-01-03T12:00:00Z'),
    })
    expect(wordsOf(letter)).toContain('On 3 January 2027 we erase your account')
  })
})

describe('the reminder of a renewal', () => {
  const renewal = {
    ...ORGANISATION,
    membershipTo: '2026-11-26',
    graceUntil: new Date('2026-12-26'),
  }

  it('before the end, names the last day and the days of grace', () => {
    const words = wordsOf(renewalLetter({ ...renewal, stage: 'before' }))
    expect(words).toContain('is 26 November 2026')
    expect(words).toContain('everybody can read everything until 26 December 2026')
  })

  it('in the days of grace, says until when everybody reads', () => {
    const words = wordsOf(renewalLetter({ ...renewal, stage: 'grace' }))
    expect(words).toContain('was 26 November 2026')
    expect(words).toContain('Everybody can still read everything until 26 December 2026.')
  })

  it('after them, speaks of nothing that is to come', () => {
    const words = wordsOf(renewalLetter({ ...renewal, stage: 'ended' }))
    expect(words).toContain('Members now read titles and summaries')
    expect(words).not.toMatch(/grace|until|After that/)
  })

  it('names staff the contact, and asks them for no answer', () => {
    const words = wordsOf(
      renewalForStaffLetter({
        ...renewal,
        stage: 'grace',
        contact: 'Carl (carl@westmoor.example)',
        managers: 2,
      }),
    )
    expect(words).toContain('The contact is Carl (carl@westmoor.example).')
    expect(words).toContain('went to its 2 managers')
    expect(words).not.toContain('answer this mail')
  })
})

it('a manager’s invitation says that they manage, what that is, how many seats there are and where', () => {
  const words = wordsOf(
    managerInvitationLetter({
      ...ORGANISATION,
      name: 'Mona',
      seats: 40,
      membershipFrom: '2026-12-01',
      hasBegun: true,
      membershipTo: '2027-11-30',
      days: 7,
      siteUrl: 'https://signpost.example',
    }),
  )

  expect(words).toContain('You are its manager')
  expect(words).toContain('from 1 December 2026 to 30 November 2027, with 40 seats')
  expect(words).toContain('https://signpost.example/account/organisation')
})
