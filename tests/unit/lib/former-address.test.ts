import { expect, it } from 'vitest'
import { toFormerAddress } from '@/lib/former-address'

it.each([
  ['https://old.example/a/b', '/a/b'],
  ['http://old.example/a/b/', '/a/b'],
  ['/a/b#part', '/a/b'],
  ['a/b', '/a/b'],
  ['/a.aspx?id=3&x=1', '/a.aspx?id=3&x=1'],
  ['/caf\u00e9', '/caf%C3%A9'],
  ['/caf%C3%A9', '/caf%C3%A9'],
])('looks %s up by its path', (address, path) => {
  expect(toFormerAddress(address)).toBe(path)
})

it.each(['', '  ', '/', 'https://old.example/', 'javascript:alert(1)', 'mailto:a@b.c', 'http://'])(
  'takes %j for no old address',
  (address) => {
    expect(toFormerAddress(address)).toBeNull()
  },
)

it('takes no address longer than any page has', () => {
  expect(toFormerAddress(`/${'a'.repeat(300)}`)).toBeNull()
})
