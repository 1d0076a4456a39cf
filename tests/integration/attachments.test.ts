import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { memberViewer, visitor, type Viewer } from '@/access/viewer'
import { openAttachment } from '@/briefings/open-attachment'
import type { Member, Staff } from '@/payload-types'
import { aMember } from '../support/a-member'
import { openTestPayload, type TestPayload } from '../support/test-payload'

const now = new Date('2026-11-23T09:00:00Z')
const PDF = Buffer.from('%PDF-1.4\nxref\ntrailer\nstartxref\n%%EOF\n')

let test: TestPayload
let member: Viewer
let lapsed: Viewer
const staff: Viewer = { kind: 'staff', staff: { id: 'x', role: 'officer' } as Staff }
beforeAll(async () => {
  test = await openTestPayload()
  member = await viewerOf(await aMember(test.payload))
  lapsed = await viewerOf(await aMember(test.payload, { to: '2026-10-01' }))
})
afterAll(() => test.close())

const viewerOf = async ({ id }: Member) =>
  memberViewer(
    await test.payload.findByID({ collection: 'members', id, depth: 1, overrideAccess: true }),
    now,
  )

async function anAttachment(briefing: { publishedAt: string; _status: 'draft' | 'published' }) {
  const { id } = await test.payload.create({
    collection: 'attachments',
    overrideAccess: true,
    data: { title: 'Toolkit for “good” councils' },
    file: { data: PDF, mimetype: 'application/pdf', name: 'toolkit.pdf', size: PDF.length },
  })
  await test.payload.create({
    collection: 'briefings',
    overrideAccess: true,
    draft: briefing._status === 'draft',
    data: {
      title: `Has a file ${id}`,
      summary: 'Something.',
      type: 'briefing',
      attachments: [id],
      ...briefing,
    },
  })
  return id
}

const open = (id: string, viewer: Viewer) =>
  openAttachment({
    payload: test.payload,
    id,
    viewer,
    folder: path.join(test.dataDir, 'uploads', 'attachments'),
    now,
  })

describe('the file of a published briefing', () => {
  const published = { publishedAt: '2026-11-01T00:00:00.000Z', _status: 'published' as const }

  it('opens for a member, under its title', async () => {
    const opened = await open(await anAttachment(published), member)

    expect(opened).toMatchObject({
      kind: 'file',
      name: 'toolkit-for-good-councils.pdf',
      mimeType: 'application/pdf',
      bytes: PDF.length,
    })
    expect(opened.kind === 'file' && (await readFile(opened.file))).toEqual(PDF)
  })

  it('does not exist for a visitor or a lapsed member', async () => {
    const id = await anAttachment(published)

    expect(await open(id, visitor)).toEqual({ kind: 'missing' })
    expect(await open(id, lapsed)).toEqual({ kind: 'missing' })
  })
})

describe('the file of a briefing nobody may read yet', () => {
  it('does not exist for members, and does for staff', async () => {
    const draft = await anAttachment({ publishedAt: '2026-11-01T00:00:00.000Z', _status: 'draft' })
    const future = await anAttachment({
      publishedAt: '2027-01-01T00:00:00.000Z',
      _status: 'published',
    })

    expect(await open(draft, member)).toEqual({ kind: 'missing' })
    expect(await open(future, member)).toEqual({ kind: 'missing' })
    expect(await open(draft, staff)).toMatchObject({ kind: 'file' })
  })
})

it('answers for what was never an attachment as for what is not yours', async () => {
  for (const id of ['nonsense', '0', '../../payload-secret', 'a'.repeat(500)]) {
    expect(await open(id, member)).toEqual({ kind: 'missing' })
  }
})
