import { randomUUID } from 'node:crypto'
import { expect, test } from '@playwright/test'
import sharp from 'sharp'
import type { Answer } from '../../scripts/audit-leaks/ask'
import { askTheSite, bodyOf } from './support/ask-the-site'
import { cookieOfAMember, cookieOfStaff } from './support/cookies'
import { type Doc, publishedWithAFile } from './support/written-by-staff'

/** docs/hostile-tests.md says what each number asks. */

const { ask, close } = askTheSite()
test.afterAll(() => close())

const PDF = '%PDF-1.4\nxref\ntrailer\nstartxref\n%%EOF\n'

const toolkit = () => new File([PDF], 'toolkit.pdf', { type: 'application/pdf' })

/** A file for members, with a briefing that is published. */
const aMembersFile = (cookie: string, file = toolkit()) =>
  publishedWithAFile(
    { ask, cookie },
    { title: 'Has a file', slug: `has-a-file-${randomUUID()}`, body: 'All that is known.', file },
  )

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

/** A picture for members: what Payload cuts pictures to would stand beside it, under a name made of its own. */
async function aPicture(): Promise<File> {
  const create = { width: 40, height: 30, channels: 3, background: 'teal' } as const
  const data = await sharp({ create }).png().toBuffer()
  return new File([new Uint8Array(data)], 'figure.png', { type: 'image/png' })
}

/** Every way to write where a file lies, by its row and by its name. */
function waysTo({ id, filename = '' }: Doc): string[] {
  const [stem = '', ending = ''] = filename.split('.')
  return [
    ...[id, id.toUpperCase(), `${id}.`, `${id}%2e`, `${id}%00`, `${id}%20`].map(
      (name) => `/attachments/${name}`,
    ),
    ...[filename, `..%2fattachments%2f${id}`, `..%2f..%2fuploads%2fattachments%2f${filename}`].map(
      (name) => `/attachments/${name}`,
    ),
    ...[
      ...[filename, filename.toUpperCase(), `${filename}.`, `${filename}%2e`, `${filename}%00`],
      ...[`${stem}-40x30.${ending}`, `${stem}-640x480.${ending}`, `${stem}-wide.${ending}`],
      ...[`.%2f${filename}`, `%2e%2e%2fattachments%2f${filename}`, `${filename}?prefix=..`],
      `..%252fattachments%252f${filename}`,
    ].map((name) => `/api/attachments/file/${name}`),
    `/API/attachments/file/${filename}`,
    `/Attachments/${id}`,
    `/api/attachments/${id}`,
    `/api/media/file/${filename}`,
    `/api/media/file/..%2fattachments%2f${filename}`,
    `/uploads/attachments/${filename}`,
    `/_next/image?url=${encodeURIComponent(`/api/attachments/file/${filename}`)}&w=640&q=75`,
    `/_next/image?url=${encodeURIComponent(`/attachments/${id}`)}&w=640&q=75`,
  ]
}

test('H26 a member’s file is nothing to a visitor, however it is asked for', async () => {
  const editor = await cookieOfStaff(ask, 'editor')
  const files = [await aMembersFile(editor), await aMembersFile(editor, await aPicture())]
  const ways = [
    ...files.flatMap(waysTo),
    '/attachments/..%2f..%2fsignpost.db',
    '/attachments/%00',
    '/api/attachments/file/x.pdf',
  ]
  for (const path of ways) {
    for (const method of ['GET', 'HEAD']) {
      for (const Range of ['', 'bytes=0-1', 'bytes=-9']) {
        const headers: Record<string, string> = Range ? { Range } : {}
        const answer = await ask(path, { method, headers })
        const asked = `${method} ${path} ${Range}`
        expect.soft([400, 403, 404], asked).toContain(answer.status)
        expect.soft(String(answer.headers['content-type']), asked).not.toMatch(/pdf|image/)
        expect.soft(bodyOf(answer), asked).not.toMatch(/%P|\u0089|PNG|IEND|%%EOF/)
      }
    }
  }
})
