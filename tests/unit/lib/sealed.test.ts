import { randomBytes } from 'node:crypto'
import { expect, it } from 'vitest'
import { sealed, unsealed } from '@/lib/sealed'

const key = randomBytes(32)

it('gives back what was sealed under the same key, whatever it says', () => {
  for (const text of ['', 'a secret', 'ключ 🔑'.repeat(50)]) {
    expect(unsealed(sealed(text, key), key)).toBe(text)
  }
  expect(sealed('a secret', key)).not.toBe(sealed('a secret', key))
  expect(Buffer.from(sealed('a secret', key), 'base64url').toString('latin1')).not.toContain(
    'secret',
  )
})

it('gives back nothing under another key, or of what was changed or made up', () => {
  const seal = sealed('a secret', key)
  const bytes = Buffer.from(seal, 'base64url')
  const changed = Array.from(bytes, (_, place) =>
    Buffer.from(bytes.map((byte, at) => (at === place ? byte ^ 1 : byte))).toString('base64url'),
  )

  expect(unsealed(seal, randomBytes(32))).toBeNull()
  for (const made of ['', 'x', seal.slice(0, -3), `${seal}AAAA`, ...changed]) {
    expect(unsealed(made, key)).toBeNull()
  }
})
