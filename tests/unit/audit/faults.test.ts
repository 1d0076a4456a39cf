import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { FAULTS } from '../../../scripts/audit-leaks/faults'

const root = path.resolve(import.meta.dirname, '../../..')

it.each(FAULTS)('the fault “$name” still has its place in the source', ({ edits }) => {
  for (const { file, find } of edits) {
    const text = readFileSync(path.join(root, file), 'utf8')

    expect([file, text.split(find).length - 1]).toEqual([file, 1])
  }
  expect(edits.some(({ replace }) => replace.includes('SIGNPOST_FAULT'))).toBe(true)
})
