import { expect, it } from 'vitest'
import { MemberFileFault, readMemberRows } from '@/members/read-member-rows'

const NOW = new Date('2026-11-23T12:00:00Z')
const read = (text: string) => readMemberRows(text, NOW)

it('reads quoted names, topics and consent, whatever the order of the columns', () => {
  const { rows, faults } = read(
    'name,email,topics,subscribed_at,consent\n"Lead, Housing",Lead@Example.ORG,housing; planning ,2025-03-31,"Yes, weekly"\n',
  )

  expect(faults).toEqual([])
  expect(rows).toEqual([
    {
      line: 2,
      name: 'Lead, Housing',
      email: 'lead@example.org',
      jobTitle: undefined,
      topics: ['housing', 'planning'],
      consent: { at: new Date('2025-03-31'), words: 'Yes, weekly' },
    },
  ])
})

it('names every fault of a row by line and column, and reads the others', () => {
  const { rows, faults } = read(
    'email,name,subscribed_at,consent\nnot-an-address,,,\na@example.org,A,,\nb@example.org,B,2030-01-01,\nA@example.org,Again,,\n',
  )

  expect(rows.map(({ email }) => email)).toEqual(['a@example.org'])
  expect(faults.map(({ line, field }) => [line, field])).toEqual([
    [2, 'email'],
    [2, 'name'],
    [4, 'subscribed_at'],
    [4, 'consent'],
    [5, 'email'],
  ])
})

it('refuses a file whose columns it does not know', () => {
  expect(() => read('mail,name\na@example.org,A\n')).toThrow(MemberFileFault)
  expect(() => read('mail,name\na@example.org,A\n')).toThrow(/“email” is missing.*“mail” is not/)
})

it('reads a file that begins with a byte-order mark and ends its lines as Windows does', () => {
  expect(read('\uFEFFemail,name\r\na@example.org,A\r\n').rows).toMatchObject([
    { email: 'a@example.org', name: 'A' },
  ])
})
