import { describe, expect, it } from 'vitest'
import { decodeList } from '@/members/decode-list'

const TEXT = 'email,name\nzoe@example.org,Zoë O’Brien – €'

const bigEndian = (text: string) => Buffer.from(text, 'utf16le').swap16()

describe('a list is read letter by letter, as it was saved', () => {
  it('in UTF-8, with and without a byte-order mark', () => {
    expect(decodeList(Buffer.from(TEXT))).toBe(TEXT)
    expect(decodeList(Buffer.from(`\uFEFF${TEXT}`))).toBe(TEXT)
  })

  it('in UTF-16, whichever byte comes first', () => {
    expect(decodeList(Buffer.from(`\uFEFF${TEXT}`, 'utf16le'))).toBe(TEXT)
    expect(decodeList(bigEndian(`\uFEFF${TEXT}`))).toBe(TEXT)
  })

  it('as “CSV” of a spreadsheet on Windows', () => {
    const saved = Buffer.from('Zo\xEB O\x92Brien \x96 \x80 \x9Cuvre', 'latin1')
    expect(decodeList(saved)).toBe('Zoë O’Brien – € œuvre')
  })
})

it('reads an empty file as nothing', () => {
  expect(decodeList(new Uint8Array())).toBe('')
})
