import { dictionary } from '@zxcvbn-ts/language-common'
import { describe, expect, it } from 'vitest'
import { isGuessable } from '@/lib/guessable-password'

describe('a password that anybody would try first is refused', () => {
  it.each([
    'password1234',
    'P@ssw0rd!2026',
    'passwordpassword',
    'Welcome12345!',
    'qwertyuiop123',
    'asdfghjkl;12',
    '123456789012',
    '210987654321',
    '123qweasdzxc',
    '1qaz2wsx3edc',
    'q1w2e3r4t5y6',
    'zaq1xsw2cde3',
    'qawsedrftgyh',
    'aaaaaaaaaaaa',
    'abcabcabcabc',
    'abcdefghijkl',
    'iloveyou2026!',
    'Summer2026!!!',
    'letmein-letmein',
    'signpost-admin-1',
    'correcthorsebatterystaple',
  ])('%s', async (password) => {
    expect(await isGuessable(password)).toBe(true)
  })

  it('none of the commonest is taken that is long enough', async () => {
    const longEnough = dictionary['passwords-common'].filter(({ length }) => length >= 12)
    const taken = []
    for (const password of longEnough) {
      if (!(await isGuessable(password))) taken.push(password)
    }

    expect(longEnough.length).toBeGreaterThan(300)
    expect(taken).toEqual([])
  })

  it('such as one’s own name or address', async () => {
    const own = ['Ana Archer', 'ana.archer@example.gov.uk']

    expect(await isGuessable('AnaArcher2026!', own)).toBe(true)
    expect(await isGuessable('ana.archer@example', own)).toBe(true)
    expect(await isGuessable('4rcher-4rcher-1', own)).toBe(true)
    expect(await isGuessable('AnaArcher2026!', ['Ben Baker'])).toBe(false)
  })
})

describe('any other is taken, whatever signs it is made of', () => {
  it.each([
    'a long enough password',
    'otter kettle viaduct',
    'purple-password-tractor',
    'Großmutters Gartenzaun',
    '837460291847',
    'ключ под ковриком у двери',
    'xK9#mQ2$vL7!',
    'were we deterred at tea',
    '3f0c9a7e51d2b846c0a1',
  ])('%s', async (password) => {
    expect(await isGuessable(password, ['Ana Archer'])).toBe(false)
  })
})
