import { expect, test } from '@playwright/test'
import type { Answer } from '../../scripts/audit-leaks/ask'
import { lexicalBody } from '../support/lexical'
import { askTheSite, bodyOf } from './support/ask-the-site'
import { cookieOfAMember, cookieOfStaff } from './support/cookies'
import { address } from './support/site'

/** docs/hostile-tests.md says what each number asks. */

const { ask, close } = askTheSite()
test.afterAll(() => close())

const PDF = '%PDF-1.4\nxref\ntrailer\nstartxref\n%%EOF\n'

type Doc = { readonly id: string; readonly filename?: string }

async function docIn(answering: Promise<Answer>): Promise<Doc> {
  const answer = await answering
  expect([200, 201], bodyOf(answer)).toContain(answer.status)
  return (JSON.parse(bodyOf(answer)) as { doc: Doc }).doc
}

const sentBy = (Cookie: string, method: string, path: string, data: object) =>
  docIn(
    ask(path, {
      method,
      headers: { Cookie, Origin: address(''), 'Content-Type': 'application/json' },
      body: JSON.stringify(data),
    }),
  )

async function uploadedBy(Cookie: string): Promise<Doc> {
  const form = new FormData()
  form.set('_payload', JSON.stringify({ title: 'A toolkit' }))
  form.set('file', new File([PDF], 'toolkit.pdf', { type: 'application/pdf' }))
  const written = new Response(form)
  const type = written.headers.get('content-type') ?? ''
  return docIn(
    ask('/api/attachments', {
      method: 'POST',
      headers: { Cookie, Origin: address(''), 'Content-Type': type },
      body: Buffer.from(await written.arrayBuffer()),
    }),
  )
}

/** A file for members, with a briefing that is published. */
async function aMembersFile(editor: string): Promise<Doc> {
  const file = await uploadedBy(editor)
  const draft = await sentBy(editor, 'POST', '/api/briefings?draft=true', {
    ...{ title: 'Has a file', slug: `has-a-file-${Date.now()}`, summary: 'S.', type: 'briefing' },
    ...{ attachments: [file.id], body: lexicalBody('All that is known.') },
    publishedAt: '2026-01-01T00:00:00.000Z',
  })
  await sentBy(editor, 'PATCH', `/api/briefings/${draft.id}`, {
    _status: 'published',
    emergencyReason: 'Only one of us is here.',
  })
  return file
}

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
  const { id, filename = '' } = await aMembersFile(editor)
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
