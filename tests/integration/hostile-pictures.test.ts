import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestPayload, type TestPayload } from '../support/test-payload'

let test: TestPayload
beforeAll(async () => {
  test = await openTestPayload()
})
afterAll(() => test.close())

const COLLECTIONS = ['attachments', 'media'] as const
type Collection = (typeof COLLECTIONS)[number]

const folderOf = (collection: Collection) => path.join(test.dataDir, 'uploads', collection)

/** @returns what was stored of it. */
async function upload(collection: Collection, kind: string, data: Buffer): Promise<Buffer> {
  const file = { name: `a.${kind}`, data, mimetype: `image/${kind}`, size: data.length }
  const { payload } = test
  const { filename } =
    collection === 'media'
      ? await payload.create({ collection, overrideAccess: true, data: { alt: 'A.' }, file })
      : await payload.create({ collection, overrideAccess: true, data: { title: 'A' }, file })
  return readFileSync(path.join(folderOf(collection), filename ?? ''))
}

const MARKUP = '<html><script>hidden()</script></html>'
/** An archive of nothing: a reader of archives looks for it from the end. */
const ARCHIVE = Buffer.concat([Buffer.from('PK\u0005\u0006hidden'), Buffer.alloc(18)])

const drawn = () => sharp({ create: { width: 30, height: 20, channels: 3, background: 'teal' } })

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}

/** Before the last twelve bytes of a PNG, which say that it ends. */
const withinPng = (png: Buffer, more: Buffer) =>
  Buffer.concat([png.subarray(0, -12), more, png.subarray(-12)])

/** A PNG of one colour: a bit a pixel, packed to next to nothing. */
function vastPng(side: number): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(side, 0)
  header.writeUInt32BE(side, 4)
  header[8] = 1
  const rows = Buffer.alloc(side * (1 + Math.ceil(side / 8)))
  return Buffer.concat([
    Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

const MEGABYTE = 1024 * 1024
const peakMegabytes = () => process.resourceUsage().maxRSS / 1024

describe.each(COLLECTIONS)('pictures among the %s', (collection) => {
  it.each(['png', 'jpeg', 'webp'] as const)(
    'H28 are stored without what a %s hides behind its end',
    async (kind) => {
      const picture = await drawn().toFormat(kind).toBuffer()
      for (const hidden of [Buffer.from(MARKUP), ARCHIVE]) {
        const stored = await upload(collection, kind, Buffer.concat([picture, hidden]))

        expect(stored.toString('latin1')).not.toMatch(/hidden|script|PK\u0005/)
        expect(await sharp(stored).metadata()).toMatchObject({ width: 30, height: 20 })
      }
    },
  )

  it('H28 are stored without what a PNG hides among its parts', async () => {
    const picture = await drawn().png().toBuffer()
    const note = chunk('tEXt', Buffer.from(`Comment\u0000${MARKUP}`, 'latin1'))
    const stored = await upload(collection, 'png', withinPng(picture, note))

    expect(stored.toString('latin1')).not.toMatch(/hidden|script/)
  })

  it('H28 are refused where a small file would unpack to 144 million pixels, and memory is spared', async () => {
    const bomb = vastPng(12_000)
    const [before, stored] = [peakMegabytes(), readdirSync(folderOf(collection))]

    expect(bomb.length).toBeLessThan(0.1 * MEGABYTE)
    expect(await sharp(bomb).metadata()).toMatchObject({ width: 12_000, height: 12_000 })
    await expect(upload(collection, 'png', bomb)).rejects.toThrow('too large')
    expect(peakMegabytes() - before).toBeLessThan(150)
    expect(readdirSync(folderOf(collection))).toEqual(stored)
  })
})
