import {
  returnWantedForStaffLetter,
  seatWantedForStaffLetter,
  seatWantedLetter,
} from '@templates/mail/waiting-letters'
import { expect, it } from 'vitest'

const SAID = {
  organisation: 'Exampleton Council',
  name: 'Zoë Hill',
  email: 'zoe@example.gov.uk',
  link: 'https://signpost.example/there',
}

it.each([
  [1, 'Its one seat is taken.'],
  [12, 'All 12 seats are taken.'],
  [0, 'No seat is free.'],
  [null, 'No seat is free.'],
])('says of %s seats: %s', (seats, words) => {
  expect(seatWantedLetter({ ...SAID, seats }).paragraphs[0]).toContain(words)
})

it('tells staff of what they do at the desk, and of no button that is a manager’s', () => {
  const letters = [
    seatWantedForStaffLetter({ ...SAID, seats: 3 }),
    returnWantedForStaffLetter(SAID),
  ].map(({ paragraphs, button }) => ({ text: paragraphs.join(' '), button: button?.label }))
  expect(letters.map(({ button }) => button)).toEqual(['Open the organisation', 'Open the member'])
  for (const { text } of letters) {
    expect(text).toContain('no manager')
    expect(text).not.toContain('Put back')
    expect(text).not.toContain('answer this mail')
  }
})
