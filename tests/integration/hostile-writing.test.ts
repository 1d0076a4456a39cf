import { rmSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Viewer, visitor } from '@/access/viewer'
import { openAttachment } from '@/briefings/open-attachment'
import type { Staff } from '@/payload-types'
import { newWord } from '../../scripts/audit-leaks/marks'
import { makeReadingWorld, NOW, type ReadingWorld } from '../support/reading-world'
import { openTestPayload, type TestPayload } from '../support/test-payload'

let test: TestPayload
let world: ReadingWorld
beforeAll(async () => {
  test = await openTestPayload()
  world = await makeReadingWorld(test)
})
afterAll(() => test.close())

describe('files', () => {
  const upload = (name: string, data: Buffer, mimetype: string) =>
    test.payload.create({
      collection: 'attachments',
      overrideAccess: true,
      data: { title: 'Evidence' },
      file: { name, data, mimetype, size: data.length },
    })

  it.each([
    [
      'markup that calls itself a PDF',
      'a.pdf',
      '<html><script>x()</script></html>',
      'application/pdf',
    ],
    [
      'a drawing with a script',
      'a.svg',
      '<svg xmlns="http://www.w3.org/2000/svg"><script>x()</script></svg>',
      'image/svg+xml',
    ],
    ['a program', 'a.pdf.php', '<?php echo 1;', 'application/x-php'],
    ['markup that calls itself a picture', 'a.png', '<html></html>', 'image/png'],
  ])('H28 are refused when they are %s', async (_what, name, text, type) => {
    await expect(upload(name, Buffer.from(text), type)).rejects.toThrow()
  })

  it('H28 are stored under a name of ours, a picture without where it was taken', async () => {
    const taken = await sharp({
      create: { width: 30, height: 20, channels: 3, background: 'teal' },
    })
      .jpeg()
      .withExif({ IFD3: { GPSLatitude: '51/1 30/1 0/1', GPSLatitudeRef: 'N' } })
      .toBuffer()
    expect((await sharp(taken).metadata()).exif).toBeDefined()
    const { filename } = await test.payload.create({
      collection: 'media',
      overrideAccess: true,
      data: { alt: 'A place.' },
      file: { name: 'holiday.php.jpg', data: taken, mimetype: 'image/jpeg', size: taken.length },
    })
    const stored = path.join(test.dataDir, 'uploads', 'media', filename ?? '')

    expect(filename).toMatch(/^[0-9a-f]{24}\.jpe?g$/)
    expect((await sharp(stored).metadata()).exif).toBeUndefined()
  })

  it('H26 that no row names, or that lie elsewhere, are nobody’s', async () => {
    const { payload } = test
    const staff: Viewer = { kind: 'staff', staff: { id: 'x', role: 'officer' } as Staff }
    const pdf = Buffer.from('%PDF-1.4\nxref\ntrailer\nstartxref\n%%EOF\n')
    const { id, filename } = await upload('real.pdf', pdf, 'application/pdf')
    const folder = path.join(test.dataDir, 'uploads', 'attachments')
    const open = (asked: string, viewer: Viewer) =>
      openAttachment({ payload, id: asked, viewer, folder, now: NOW })

    for (const asked of [
      filename ?? '',
      `../${filename ?? ''}`,
      '..%2f',
      '\u0000',
      `${id}.`,
      id.toUpperCase() + 'x',
    ]) {
      expect((await open(asked, staff)).kind).toBe('missing')
    }
    for (const viewer of [visitor, world.viewers.lapsed]) {
      expect((await open(id, viewer)).kind).toBe('missing')
    }
    rmSync(path.join(folder, filename ?? ''))
  })
})

describe('what officers write', () => {
  it('H30 is published by editors alone, in whatever way an officer tries', async () => {
    const { payload } = test
    const user = {
      ...(world.viewers.staff.kind === 'staff' ? world.viewers.staff.staff : {}),
      collection: 'staff',
    } as never
    const own = { overrideAccess: false, user } as const
    const draft = await payload.create({
      collection: 'briefings',
      ...own,
      overrideAccess: false,
      draft: true,
      data: { title: `Mine ${newWord()}`, summary: 'S.', type: 'briefing', _status: 'draft' },
    })
    const attempts = [
      payload.update({
        collection: 'briefings',
        id: draft.id,
        user,
        overrideAccess: false,
        data: { _status: 'published' },
      }),
      payload.update({
        collection: 'briefings',
        where: { id: { equals: draft.id } },
        user,
        overrideAccess: false,
        data: { _status: 'published' },
      }),
      payload.create({
        collection: 'briefings',
        user,
        overrideAccess: false,
        data: { title: 'Now', summary: 'S.', type: 'briefing', _status: 'published' },
      }),
    ]
    for (const attempt of await Promise.allSettled(attempts)) {
      const isRefused =
        attempt.status === 'rejected' ||
        ('errors' in attempt.value && attempt.value.errors.length > 0)
      expect(isRefused).toBe(true)
    }
    const after = await payload.findByID({
      collection: 'briefings',
      id: draft.id,
      overrideAccess: true,
    })
    expect(after._status).toBe('draft')
  })
})
