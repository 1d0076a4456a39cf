import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { isBarePicture } from '@/lib/bare-picture'
import { pictureAlone } from '@/lib/picture-alone'

const drawing = () =>
  sharp({
    create: { width: 50, height: 30, channels: 4, background: { r: 8, g: 74, b: 62, alpha: 0.5 } },
  })

const KINDS = [
  ['JPEG', () => drawing().flatten().jpeg()],
  ['JPEG drawn in passes', () => drawing().flatten().jpeg({ progressive: true })],
  ['WebP', () => drawing().webp()],
  ['lossless WebP', () => drawing().webp({ lossless: true })],
] as const

describe.each(KINDS)('a %s', (_kind, make) => {
  it('is kept as it is where it holds nothing but its picture', async () => {
    const bare = await make().toBuffer()

    expect(isBarePicture(bare)).toBe(true)
    expect(await pictureAlone(bare)).toEqual(bare)
  })

  it('is written anew where it says where it was taken, or goes on behind its end', async () => {
    const bare = await make().toBuffer()
    const placed = await make()
      .withExif({ IFD0: { Copyright: 'Taken at home' } })
      .toBuffer()
    const longer = Buffer.concat([bare, Buffer.from('hidden behind its end')])

    for (const file of [placed, longer]) {
      expect(isBarePicture(file)).toBe(false)
      const alone = await pictureAlone(file)
      expect(alone.toString('latin1')).not.toMatch(/Taken at home|hidden/)
      expect(await pictureAlone(alone)).toEqual(alone)
    }
  })

  it('is no bare picture when it is cut short', async () => {
    const bare = await make().toBuffer()

    for (const length of [0, 3, 21, bare.length - 1]) {
      expect(isBarePicture(bare.subarray(0, length))).toBe(false)
    }
  })
})

it('finds a comment in a JPEG', async () => {
  const bare = await drawing().flatten().jpeg().toBuffer()
  const comment = Buffer.from('\xff\xfe\x00\x08secret', 'latin1')

  expect(isBarePicture(Buffer.concat([bare.subarray(0, 2), comment, bare.subarray(2)]))).toBe(false)
})

it('writes a PNG anew each time, to the same bytes', async () => {
  const once = await pictureAlone(await drawing().png({ compressionLevel: 1 }).toBuffer())

  expect(await pictureAlone(once)).toEqual(once)
})

it('refuses what is no picture', async () => {
  await expect(pictureAlone(Buffer.from('no picture at all, but long enough'))).rejects.toThrow()
})
