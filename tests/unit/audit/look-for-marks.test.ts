import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { marksWithin } from '../../../scripts/audit-leaks/look-for-marks'
import { bookOf, newWord } from '../../../scripts/audit-leaks/marks'

const word = newWord()
const book = bookOf([
  { mark: word, of: 'briefings.body', audience: 'members', owner: null, kind: 'word' },
])

const written = (each: (letter: string) => string) => Array.from(word, each).join('')
const code = (letter: string) => letter.charCodeAt(0)

function zipWith(text: string): Buffer {
  const packed = deflateRawSync(Buffer.from(text))
  const header = Buffer.alloc(30)
  header.write('PK\u0003\u0004', 'latin1')
  header.writeUInt16LE(8, 8)
  header.writeUInt16LE(5, 26)
  return Buffer.concat([header, Buffer.from('a.xml'), packed])
}

const pdfWith = (text: string) =>
  Buffer.concat([
    Buffer.from('%PDF-1.4\n1 0 obj<<>>\nstream\n'),
    deflateSync(Buffer.from(text)),
    Buffer.from('\nendstream'),
  ])

it.each([
  ['as it is', Buffer.from(`<p>${word}</p>`)],
  ['in capitals', Buffer.from(word.toUpperCase())],
  ['in numeric entities', Buffer.from(written((letter) => `&#${code(letter)};`))],
  ['in hexadecimal entities', Buffer.from(written((letter) => `&#x${code(letter).toString(16)};`))],
  ['in percent signs', Buffer.from(written((letter) => `%${code(letter).toString(16)}`))],
  ['in JSON escapes', Buffer.from(written((letter) => `\\u00${code(letter).toString(16)}`))],
  ['in base64', Buffer.from(`x=${Buffer.from(`abc ${word} def`).toString('base64')}`)],
  ['in base64 for addresses', Buffer.from(Buffer.from(`? ${word}`).toString('base64url'))],
  ['in hexadecimal', Buffer.from(Buffer.from(word).toString('hex'))],
  ['in quoted-printable', Buffer.from(`${word.slice(0, 9)}=\r\n${word.slice(9)}`)],
  ['in UTF-16', Buffer.from(word, 'utf16le')],
  ['in gzip', gzipSync(`<p>${word}</p>`)],
  ['in brotli', brotliCompressSync(Buffer.from(`<p>${word}</p>`.repeat(3)))],
  ['in a zip', zipWith(`<w:t>${word}</w:t>`)],
  ['in a PDF', pdfWith(`(${word}) Tj`)],
  ['in gzip within base64', Buffer.from(gzipSync(`a ${word} b`).toString('base64'))],
])('finds a mark written %s', (_how, bytes) => {
  expect([...marksWithin(bytes, book)].map(({ of }) => of)).toEqual(['briefings.body'])
})

it('finds nothing where there is nothing', () => {
  expect(marksWithin(Buffer.from(`<p>${newWord()}</p>`), book).size).toBe(0)
})
