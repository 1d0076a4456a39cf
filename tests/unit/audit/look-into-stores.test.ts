import { expect, it } from 'vitest'
import { leftUnread } from '../../../scripts/audit-leaks/look-into-stores'

it('is content with a Bulletin to each member, one that was looked at, and files of the build', () => {
  expect(leftUnread({ mails: 3, files: 1 })).toEqual([])
})

it('asks no mails of a walk that reads none', () => {
  expect(leftUnread({ mails: null, files: 1 })).toEqual([])
})

it.each([
  [{ mails: 2, files: 1 }, '2 mails were read'],
  [{ mails: 0, files: 1 }, '0 mails were read'],
  [{ mails: null, files: 0 }, 'no file was read'],
])('is blind where it read %o', (read, said) => {
  expect(leftUnread(read)).toEqual([expect.stringContaining(said)])
})
