import { execFileSync } from 'node:child_process'
import { expect, test } from '@playwright/test'
import { inTurns } from '../../scripts/audit-leaks/in-turns'
import { seededRandom, type SeededRandom } from '../support/seeded-random'
import { askTheSite, bodyOf } from './support/ask-the-site'
import { address } from './support/site'

const REQUESTS = 5000

const ODD = [
  '%00',
  '1e99',
  '-1',
  '1e309',
  'NaN',
  '2026-13-45',
  '0000-00-00T99:99:99Z',
  '__proto__',
  'constructor',
  'toString',
  "' OR 1=1--",
  '%ff%fe',
  '%E0%A4%A',
  '../../../etc/passwd',
  '{"$gt":""}',
  '[object Object]',
  '<script>alert(1)</script>',
  '\u202eabc',
  '😀'.repeat(50),
  'a'.repeat(900),
  '"',
  '"unclosed',
  '((((((((',
  'NEAR(a b, 99999)',
  '*',
  'author:"',
  'ref:',
  '-',
]

const PLACES = [
  'briefings',
  'briefings/SLOT',
  'briefings/SLOT.ris',
  'briefings/SLOT/citation/SLOT',
  'blog/SLOT',
  'topics/SLOT',
  'topics/SLOT/feed.xml',
  'series/SLOT',
  'officers/SLOT',
  'bulletin/SLOT',
  'bulletin/preferences/SLOT',
  'sign-in/SLOT',
  'sign-in',
  'u/SLOT',
  'attachments/SLOT',
  'api/search',
  'api/suggest',
  'api/archive',
  'api/searches',
  'api/search-clicks',
  'api/synonym-effect',
  'api/SLOT',
  'api/briefings/SLOT',
  'api/staff/login',
  'api/staff/SLOT',
  'api/media/file/SLOT',
  'account',
  'account/saved-searches/new',
  'SLOT',
  '_next/image',
]

const NAMES = [
  'q',
  'topic',
  'series',
  'type',
  'nation',
  'author',
  'year',
  'from',
  'to',
  'sort',
  'page',
  'pageSize',
  'where[SLOT][SLOT]',
  'where',
  'limit',
  'depth',
  'next',
  'step',
  'url',
  'w',
  '__proto__[x]',
  'constructor[prototype][x]',
]

const METHODS = ['GET', 'GET', 'GET', 'GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']
const BODIES = [
  '',
  '{',
  '[]',
  'null',
  '{"__proto__":{"x":1}}',
  '{"email":{"$ne":null}}',
  '\u0000\u0001',
  'a=b&c=%zz',
]
const TYPES = [
  'application/json',
  'text/plain',
  'multipart/form-data',
  'multipart/form-data; boundary=x',
  'application/x-www-form-urlencoded',
  '../x',
]

/** Percent signs stand as they are: broken ones are part of it. */
const inAddress = (odd: string) => (odd.startsWith('%') ? odd : encodeURIComponent(odd))

function request(random: SeededRandom) {
  const filled = (text: string) => text.replaceAll('SLOT', () => inAddress(random.pick(ODD)))
  const names = random.picks(random.below(4), NAMES)
  const query = names.map((name) => `${filled(name)}=${inAddress(random.pick(ODD))}`).join('&')
  const method = random.pick(METHODS)
  const hasBody = !['GET', 'HEAD', 'OPTIONS'].includes(method)
  return {
    path: `/${filled(random.pick(PLACES))}${query ? `?${query}` : ''}`,
    method,
    headers: {
      ...(random.isLikely(0.5) ? { Origin: address('') } : {}),
      ...(random.isLikely(0.2) ? { Cookie: `signpost-member=${inAddress(random.pick(ODD))}` } : {}),
      ...(random.isLikely(0.2) ? { RSC: '1' } : {}),
      ...(random.isLikely(0.1) ? { 'Next-Action': 'x'.repeat(40) } : {}),
      ...(hasBody ? { 'Content-Type': random.pick(TYPES) } : {}),
    },
    ...(hasBody ? { body: random.pick(BODIES) } : {}),
  }
}

/** What an answer may never hold: where our files lie, a trace, a statement, or a name of the schema. */
const INSIDE =
  /\bat \S+ \(|\/node_modules\/|\.next\/server|\/src\/\w+\/|SQLITE_|SELECT .* FROM|sqlite_master|MongoServerError|keyPoints|announceFrom|tokenHash|addressHash|resetPasswordToken/

function residentMegabytes(): number {
  const lines = execFileSync('ps', ['-eo', 'rss,args'], { encoding: 'utf8' }).split('\n')
  const server = lines.filter((line) => line.includes('next-server'))
  return Math.max(0, ...server.map((line) => Number(line.trim().split(/\s+/)[0]) / 1024))
}

test('H40 five thousand bad requests meet no fault, learn nothing of the inside, and do not swell the site', async () => {
  test.setTimeout(15 * 60_000)
  const { ask, close } = askTheSite()
  const random = seededRandom(20261126)
  const requests = Array.from({ length: REQUESTS }, () => request(random))
  const faults: string[] = []
  const before = residentMegabytes()
  await inTurns(requests, 6, async ({ path, ...asked }) => {
    const answer = await ask(path, asked).catch(() => null)
    if (answer === null) return
    const told = `${asked.method} ${path.slice(0, 200)} ${JSON.stringify(asked)}: ${answer.status}`
    if (answer.status >= 500) faults.push(told)
    const inside = INSIDE.exec(bodyOf(answer))
    if (inside && !path.includes(inside[0])) faults.push(`${told} says ${inside[0]}`)
  })
  close()

  expect(faults).toEqual([])
  expect(residentMegabytes() - before).toBeLessThan(600)
})
