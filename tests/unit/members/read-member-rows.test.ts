import { describe, expect, it } from 'vitest'
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

describe('lists as spreadsheets save them', () => {
  const ONE = [{ email: 'a@example.org', name: 'A', jobTitle: 'Officer' }]

  it.each([
    ['semicolons', 'email;name;job_title\na@example.org;A;Officer\n'],
    ['tabs', 'email\tname\tjob_title\na@example.org\tA\tOfficer\n'],
    ['headings in capitals and with blanks', 'E-Mail,NAME,Job title\na@example.org,A,Officer\n'],
    ['columns and lines left empty', 'email,name,job_title,,\na@example.org,A,Officer,,\n,,,,\n'],
  ])('are read with %s', (_what, text) => {
    const { rows, faults } = read(text)

    expect(rows).toMatchObject(ONE)
    expect(rows).toHaveLength(1)
    expect(faults).toEqual([])
  })

  it('keep a cell that is empty between tabs', () => {
    expect(read('email\tjob_title\tname\na@example.org\t\tA\n').rows).toMatchObject([
      { name: 'A', jobTitle: undefined },
    ])
  })

  it.each(['PK\u0003\u0004\u0014', '\u00D0\u00CF\u0011\u00E0'])(
    'as a workbook, are asked for as CSV',
    (text) => {
      expect(() => read(text)).toThrow(/save it as CSV/)
    },
  )

  it('tell where a quotation mark has no partner, in our words', () => {
    expect(() => read('email,name\na@example.org,"A\nb@example.org,B\n')).toThrow(
      /^A quotation mark on or before line \d+ has no partner/,
    )
  })
})

it('says whose line a fault is on', () => {
  const { faults } = read('email,name\nnot-an-address,A\n,Nameless\n')

  expect(faults.map(({ who }) => who)).toEqual(['not-an-address', 'Nameless'])
})
