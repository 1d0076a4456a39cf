import { expect, it } from 'vitest'
import { brokenPromises, type Evidence } from '../../support/broken-promises'

const kept: Evidence = {
  issues: [
    { key: 'weekly:1', state: 'finished', slotAt: '2026-11-27', candidates: 2 },
    { key: 'weekly:2', state: 'finished', slotAt: '2026-12-04', candidates: 2 },
  ],
  rows: [
    { key: '1:ana', issueKey: 'weekly:1', memberId: 'ana', state: 'sent', messageId: 'a1' },
    {
      key: '1:ben',
      issueKey: 'weekly:1',
      memberId: 'ben',
      state: 'uncertain',
      reason: 'the sender stopped at the gate',
      messageId: 'b1',
    },
    {
      key: '2:ana',
      issueKey: 'weekly:2',
      memberId: 'ana',
      state: 'skipped',
      reason: 'nothing new on their topics',
      messageId: 'a2',
    },
    { key: '2:ben', issueKey: 'weekly:2', memberId: 'ben', state: 'sent', messageId: 'b2' },
  ],
  items: [{ issueKey: 'weekly:1', briefingId: 'rents', edition: 1, topicIds: ['housing'] }],
  receipts: [
    { memberId: 'ana', briefingId: 'rents', edition: 1, issueKey: 'weekly:1' },
    { memberId: 'ben', briefingId: 'rents', edition: 1, issueKey: 'weekly:2' },
  ],
  accepted: ['a1', 'b1', 'b2'],
  follows: new Map([
    ['ana', ['housing']],
    ['ben', ['housing']],
  ]),
  mostUncertain: 1,
}

const rowsBut = (index: number, change: object): Evidence => ({
  ...kept,
  rows: kept.rows.map((row, at) => (at === index ? { ...row, ...change } : row)),
})

it('finds nothing broken where all was kept', () => {
  expect(brokenPromises(kept)).toEqual([])
})

it.each<[string, Evidence]>([
  ['I1', { ...kept, accepted: ['a1', 'b1', 'b2', 'a1'] }],
  ['I2', rowsBut(0, { state: 'sending' })],
  ['I2', { ...kept, rows: kept.rows.slice(1) }],
  ['I3', { ...kept, accepted: ['b1', 'b2'] }],
  ['I4', rowsBut(3, { state: 'failed', reason: 'refused by the mail server' })],
  ['I4', { ...kept, accepted: [...kept.accepted, 'of nobody'] }],
  ['I5', { ...kept, mostUncertain: 0 }],
  ['I6', { ...kept, receipts: kept.receipts.slice(0, 1) }],
])('sees that %s is broken', (promise, evidence) => {
  expect(brokenPromises(evidence).some((words) => words.startsWith(promise))).toBe(true)
})
