import { expect, it } from 'vitest'
import { countAsk, signInLimits } from '@/members/sign-in-limits'
import { attemptsInMemory } from '../../support/attempts-in-memory'

const now = new Date('2026-11-23T09:02:00Z')

function asking() {
  const limits = signInLimits(attemptsInMemory())
  return (from: string, email: string) => countAsk(limits, { from, email, now })
}

const times = async <T>(count: number, work: (at: number) => Promise<T>): Promise<T[]> => {
  const answers: T[] = []
  for (let at = 0; at < count; at += 1) answers.push(await work(at))
  return answers
}

const isMailed = (answer: Awaited<ReturnType<typeof countAsk>>): boolean =>
  answer.kind === 'allowed' && answer.isMailed

it('lets one place ask five times for one address in a quarter of an hour', async () => {
  const ask = asking()
  await times(5, () => ask('192.0.2.1', 'ana@example.org'))

  expect(await ask('192.0.2.1', ' ANA@example.org')).toEqual({ kind: 'wait', minutes: 13 })
  expect(await ask('192.0.2.1', 'ben@example.org')).toEqual({ kind: 'allowed', isMailed: true })
})

it('makes nobody wait, and takes no mail away, for what one other place asked', async () => {
  const ask = asking()
  await times(20, () => ask('192.0.2.1', 'ana@example.org'))

  expect(await ask('192.0.2.2', 'ana@example.org')).toEqual({ kind: 'allowed', isMailed: true })
})

it('mails an address ten times in a quarter of an hour, and answers further asks as ever', async () => {
  const ask = asking()
  const answers = await times(30, (at) => ask(`192.0.2.${at}`, 'ana@example.org'))

  expect(answers.every(({ kind }) => kind === 'allowed')).toBe(true)
  expect(answers.filter(isMailed)).toHaveLength(10)
})

it('lets one place ask for twenty addresses, and no more', async () => {
  const ask = asking()
  const answers = await times(21, (at) => ask('192.0.2.1', `m${at}@example.org`))

  expect(answers.filter(({ kind }) => kind === 'allowed')).toHaveLength(20)
  expect(answers.at(-1)).toEqual({ kind: 'wait', minutes: 13 })
})

it('lets a whole IPv6 /48 ask for ten times as many as one place, and no more', async () => {
  const ask = asking()
  const answers = await times(201, (at) =>
    ask(`2001:db8:1:${at.toString(16)}::/64`, `m${at}@example.org`),
  )

  expect(answers.filter(({ kind }) => kind === 'allowed')).toHaveLength(200)
  expect(answers.at(-1)).toEqual({ kind: 'wait', minutes: 13 })
  expect(await ask('2001:db8:2:1::/64', 'm@example.org')).toMatchObject({ kind: 'allowed' })
})
