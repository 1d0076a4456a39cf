import { doIUseEmail } from '@jsx-email/doiuse-email'
import { expect, it } from 'vitest'
import { composeBody } from '@/bulletin/compose'
import { BULLETIN_MAILS } from '../../support/bulletin-mails'

const PROGRAMS = ['gmail.*', 'outlook.*', 'apple-mail.*', 'yahoo.*']

/** What some mail program does not know, and what its readers get instead. */
const DONE_WITHOUT: Readonly<Record<string, string>> = {
  '@media': 'the light colours, or the program’s own dark ones',
  '<body> element': 'the paper of the table within it',
  'display:none': 'a first line in the smallest type, in the colour of the paper',
  'role attribute': 'nothing missed: its screen reader sees no layout table as data',
  'table-layout': 'a page as wide as its longest word',
  'overflow-wrap': 'the other two ways to break a long word',
  'word-break': 'the other two ways to break a long word',
}

const unsupportedIn = (html: string): string[] => {
  const checked = doIUseEmail(html, { emailClients: PROGRAMS })
  const faults = checked.success ? [] : checked.errors
  return [...new Set(faults.map((fault) => /^`(.*)` is not supported/.exec(fault)?.[1] ?? fault))]
}

it('uses nothing that a mail program does not know, but for what its readers can do without', async () => {
  const found = new Set<string>()
  for (const args of Object.values(BULLETIN_MAILS)) {
    const { html } = await composeBody(args)
    for (const feature of unsupportedIn(html)) found.add(feature)
  }
  expect([...found].sort()).toEqual(Object.keys(DONE_WITHOUT).sort())
})
