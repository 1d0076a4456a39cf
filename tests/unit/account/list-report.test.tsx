import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { ListReportView } from '@/app/(site)/account/organisation/list-report'
import type { ListReport } from '@/members/organisation/import-list'

const NONE: ListReport = { created: 0, updated: 0, unchanged: 0, refused: 0, faults: [] }
const BAD = { line: 3, field: 'email', message: 'is not an e-mail address', who: 'zoe at work' }

const shown = (report: Partial<ListReport>, isDone = false): string =>
  renderToStaticMarkup(<ListReportView report={{ ...NONE, ...report }} isDone={isDone} />)

const GOOD = 'role="status"'

it('says that a list of headings alone adds nobody, and is no good news', () => {
  expect(shown({})).toContain('There is nobody to add.')
  expect(shown({})).not.toContain(GOOD)
})

it('says of those who are members already that they stay as they are', () => {
  expect(shown({ unchanged: 1 })).toContain('One person is a member already and stays as they are.')
  expect(shown({ unchanged: 2 })).toContain('2 people are members already and stay as they are.')
  expect(shown({ unchanged: 2 })).toContain('There is nobody to add.')
})

it('is good news where every line can be taken in, and not where one cannot', () => {
  expect(shown({ created: 2 })).toContain(GOOD)
  expect(shown({ created: 2, refused: 1, faults: [BAD] })).not.toContain(GOOD)
  expect(shown({ created: 2, refused: 1, faults: [BAD] }, true)).not.toContain(GOOD)
})

it('names whose line is to be mended', () => {
  expect(shown({ created: 2, refused: 1, faults: [BAD] })).toContain('zoe at work')
})
