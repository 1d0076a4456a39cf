import { readdirSync } from 'node:fs'
import path from 'node:path'
import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { bounceClassOf, enhancedCodeIn, replyCodeIn } from '@/bulletin/inbound-class'
import { readInbound } from '@/bulletin/inbound-message'
import { verdictOn } from '@/bulletin/inbound-verdict'
import { CORPUS, rawSpecimen } from '../../support/inbound-corpus'

const tokenOf = (reader: string) => createHash('sha256').update(reader).digest('hex').slice(0, 32)
const tokens = {
  delivery: tokenOf,
  reader: (reader: string) => `v1${tokenOf(reader)}`,
  later: new Date('2026-11-28T11:02:10Z'),
}

const everyTrace = ({ traces }: Awaited<ReturnType<typeof readInbound>>) =>
  [
    ...traces.deliveryTokens,
    ...traces.envelopeIds,
    ...traces.messageIds.map((id) => id.split('@')[0]),
  ][0] ?? traces.readerTokens[0]?.replace('v1', '')

it('has an expectation for every message of the corpus', () => {
  const files = readdirSync(path.join(import.meta.dirname, '../../support/inbound'))

  expect(CORPUS.map(({ name }) => `${name}.eml`).sort()).toEqual(files.sort())
  expect(CORPUS.length).toBeGreaterThanOrEqual(20)
})

it.each(CORPUS)('reads $name as $kind about $reader', async ({ name, reader, kind, code }) => {
  const message = await readInbound(rawSpecimen(name, tokens))
  const verdict = verdictOn(message, reader && `${reader}@example.org`)

  expect(verdict).toMatchObject({ kind, enhancedCode: code })
  if (reader) expect(everyTrace(message)).toBe(tokenOf(reader))
  expect(verdict.diagnostic ?? '').not.toMatch(/\w@example\.org/)
  expect((verdict.diagnostic ?? '').length).toBeLessThanOrEqual(300)
})

it('reads a message with bare line ends the same', async () => {
  const raw = Buffer.from(
    rawSpecimen('postfix-unknown', tokens).toString().replaceAll('\r\n', '\n'),
  )

  expect(verdictOn(await readInbound(raw), 'ada@example.org').kind).toBe('bounce-hard')
})

it.each([
  ['nothing', ''],
  ['bytes without sense', '\u0000\u0001\u0002'],
  ['a report cut off', rawSpecimen('postfix-unknown', tokens).toString().slice(0, 900)],
  ['a header without end', `X-Long: ${'x'.repeat(3_000_000)}`],
  [
    'a report without recipients',
    'Content-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; x\r\n',
  ],
])('takes %s for nothing it knows', async (_what, raw) => {
  expect(verdictOn(await readInbound(Buffer.from(raw)), null).kind).toBe('unrecognised')
})

describe('whose fault a failure is', () => {
  it.each([
    ['5.1.1', 'hard'],
    ['5.1.2', 'hard'],
    ['5.1.3', 'hard'],
    ['5.1.6', 'hard'],
    ['5.1.10', 'hard'],
    ['5.2.1', 'hard'],
    ['4.1.1', 'soft'],
    ['4.2.2', 'soft'],
    ['4.7.1', 'soft'],
    ['5.1.0', 'soft'],
    ['5.1.4', 'soft'],
    ['5.2.2', 'soft'],
    ['5.2.3', 'soft'],
    ['5.3.0', 'soft'],
    ['5.3.4', 'soft'],
    ['5.4.1', 'soft'],
    ['5.4.7', 'soft'],
    ['5.1.7', 'policy'],
    ['5.1.8', 'policy'],
    ['5.5.2', 'policy'],
    ['5.6.0', 'policy'],
    ['5.7.1', 'policy'],
    ['5.7.26', 'policy'],
    ['5.7.515', 'policy'],
  ])('takes %s for %s', (code, expected) => {
    expect(bounceClassOf(code, 550)).toBe(expected)
  })

  it.each([
    [421, 'soft'],
    [450, 'soft'],
    [550, 'soft'],
    [551, 'hard'],
    [552, 'soft'],
    [554, 'soft'],
    [556, 'hard'],
    [null, 'soft'],
  ])('takes the bare reply %s for %s', (reply, expected) => {
    expect(bounceClassOf(null, reply)).toBe(expected)
    expect(bounceClassOf('5.0.0', reply)).toBe(expected)
  })

  it.each([
    ['smtp; 550-5.1.1 no such user', '5.1.1'],
    ['(#5.1.1)', '5.1.1'],
    ['host [5.1.1.25] is away', null],
    ['version 15.1.10', null],
    ['550 5.0.0 said at first, then 5.2.2', '5.2.2'],
  ])('finds in “%s” the code %s', (text, code) => {
    expect(enhancedCodeIn(...text.split(', '))).toBe(code)
  })

  it('finds no reply code in an address or a number', () => {
    expect(replyCodeIn('connect to mail[203.0.113.25]:25: 550msgs')).toBeNull()
    expect(replyCodeIn('smtp; 452 too busy')).toBe(452)
  })
})
