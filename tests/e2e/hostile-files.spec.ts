import { expect, test } from '@playwright/test'
import type { Answer } from '../../scripts/audit-leaks/ask'
import { askTheSite, bodyOf } from './support/ask-the-site'
import { cookieOfAMember, cookieOfStaff } from './support/cookies'
import { publishedWithAFile } from './support/written-by-staff'

/** docs/hostile-tests.md says what each number asks. */

const { ask, close } = askTheSite()
test.afterAll(() => close())

const PDF = '%PDF-1.4\nxref\ntrailer\nstartxref\n%%EOF\n'

const sent = ({ status, headers }: Answer) => ({
  status,
  place: String(headers['content-disposition']),
  type: headers['content-type'],
  sniffing: headers['x-content-type-options'],
  kept: String(headers['cache-control']),
  policy: String(headers['content-security-policy']),
})

/** As a browser asks from a page of the site. */
const inAPage = (Cookie: string) => ({ Cookie, 'Sec-Fetch-Site': 'same-origin' })

test('H26 a member’s file is saved, not shown, kept by no cache, and for its reader alone', async ({
  browser,
}) => {
  const editor = await cookieOfStaff(ask, 'editor')
  const member = await cookieOfAMember(browser)
  const { id, filename = '' } = await publishedWithAFile(
    { ask, cookie: editor },
    {
      title: 'Has a file',
      slug: `has-a-file-${Date.now()}`,
      body: 'All that is known.',
      pdf: PDF,
    },
  )
  const named = `/api/attachments/file/${filename}`
  const asAnAttachment = {
    status: 200,
    place: expect.stringMatching(/^attachment\b/),
    type: 'application/pdf',
    sniffing: 'nosniff',
    kept: 'private, no-store',
    policy: expect.stringMatching(/^default-src 'none';.*sandbox$/),
  }

  for (const Cookie of [member, editor]) {
    const answer = await ask(`/attachments/${id}`, { headers: { Cookie } })
    expect(sent(answer)).toEqual(asAnAttachment)
    expect(bodyOf(answer)).toBe(PDF)
  }
  const atTheDesk = await ask(named, { headers: inAPage(editor) })
  expect(sent(atTheDesk)).toEqual(asAnAttachment)

  for (const path of [`/attachments/${id}`, named]) {
    const answer = await ask(path)
    expect([path, answer.status]).toEqual([path, 404])
    expect(bodyOf(answer)).not.toContain('%PDF')
  }
  expect((await ask(named, { headers: inAPage(member) })).status).toBe(404)
})
