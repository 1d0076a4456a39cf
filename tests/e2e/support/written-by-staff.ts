import { expect } from '@playwright/test'
import type { Answer, Ask } from '../../../scripts/audit-leaks/ask'
import { lexicalBody } from '../../support/lexical'
import { bodyOf } from './ask-the-site'
import { address } from './site'

export type Doc = { readonly id: string; readonly filename?: string }

/** Somebody at the desk: how they ask, and the cookie they are signed in by. */
export type Hand = { readonly ask: Ask; readonly cookie: string }

async function docIn(answering: Promise<Answer>): Promise<Doc> {
  const answer = await answering
  expect([200, 201], bodyOf(answer)).toContain(answer.status)
  return (JSON.parse(bodyOf(answer)) as { doc: Doc }).doc
}

/** Writes a row over Payload's routes. @throws with the answer where it is refused. */
export const sentBy = ({ ask, cookie }: Hand, method: string, path: string, data: object) =>
  docIn(
    ask(path, {
      method,
      headers: { Cookie: cookie, Origin: address(''), 'Content-Type': 'application/json' },
      body: JSON.stringify(data),
    }),
  )

async function uploadedBy({ ask, cookie }: Hand, file: File): Promise<Doc> {
  const form = new FormData()
  form.set('_payload', JSON.stringify({ title: 'A toolkit' }))
  form.set('file', file)
  const written = new Response(form)
  const type = written.headers.get('content-type') ?? ''
  return docIn(
    ask('/api/attachments', {
      method: 'POST',
      headers: { Cookie: cookie, Origin: address(''), 'Content-Type': type },
      body: Buffer.from(await written.arrayBuffer()),
    }),
  )
}

type Written = {
  readonly title: string
  readonly slug: string
  readonly body: string
  readonly file: File
}

/** A briefing that an editor published by themselves, with its file for members. @returns the file. */
export async function publishedWithAFile(
  editor: Hand,
  { title, slug, body, file: sentIn }: Written,
): Promise<Doc> {
  const file = await uploadedBy(editor, sentIn)
  const draft = await sentBy(editor, 'POST', '/api/briefings?draft=true', {
    ...{ title, slug, summary: 'S.', type: 'briefing' },
    ...{ attachments: [file.id], body: lexicalBody(body) },
    publishedAt: '2026-01-01T00:00:00.000Z',
  })
  await sentBy(editor, 'PATCH', `/api/briefings/${draft.id}`, {
    _status: 'published',
    emergencyReason: 'Only one of us is here.',
  })
  return file
}
