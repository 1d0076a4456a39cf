import { expect, it } from 'vitest'
import { GIVEN_UP, hasReached } from '@/members/mails/has-reached'

it('takes a mail as put to its address once the server took it, may have taken it, or refused it for good', () => {
  expect(hasReached({ state: 'sent' })).toBe(true)
  expect(hasReached({ state: 'uncertain', reason: 'The connection broke.' })).toBe(true)
  expect(hasReached({ state: 'failed', reason: '550 5.1.1 No such user' })).toBe(true)
  expect(hasReached({ state: 'failed', reason: '550 No such user' })).toBe(true)
})

it('never takes it so where the mail was given up, dropped, or refused because of us', () => {
  expect(hasReached({ state: 'failed', reason: GIVEN_UP })).toBe(false)
  expect(hasReached({ state: 'dropped' })).toBe(false)
  expect(hasReached({ state: 'owed' })).toBe(false)
  expect(hasReached({ state: 'failed', reason: '550 5.7.1 Your mail is not wanted here' })).toBe(
    false,
  )
})
