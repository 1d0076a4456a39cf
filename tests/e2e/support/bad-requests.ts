import { routesOfTheSite } from '../../../scripts/audit-leaks/routes-of-the-site'
import type { Asked } from '../../../scripts/audit-leaks/ask'
import type { SeededRandom } from '../../support/seeded-random'
import { address } from './site'

/** What nobody types, and what breaks those who did not expect it. */
export const ODD = [
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

/** What lies behind the one route of Payload’s REST, and what Next answers by itself. */
const MORE_PLACES = [
  '/SLOT',
  '/briefings/SLOT.ris',
  '/api/briefings',
  '/api/briefings/SLOT',
  '/api/briefings/versions/SLOT',
  '/api/sources/SLOT',
  '/api/topics',
  '/api/members/SLOT',
  '/api/staff/login',
  '/api/staff/me',
  '/api/staff/SLOT',
  '/api/media/file/SLOT',
  '/api/payload-preferences/SLOT',
  '/admin/collections/SLOT',
  '/admin/collections/briefings/SLOT',
  '/_next/image',
]

/** Every place of the site, with a slot for each part of its address that may be anything. */
export const placesToAsk = (): string[] => [
  ...routesOfTheSite().map((route) => route.replace(/\[+(\.\.\.)?\w+\]+/g, 'SLOT')),
  ...MORE_PLACES,
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
export const inAddress = (odd: string) => (odd.startsWith('%') ? odd : encodeURIComponent(odd))

/** Whose cookie a request carries. `broken` is a cookie that nobody was given. */
export type Asker = 'visitor' | 'broken' | 'member' | 'officer'

/** Of these a fifth comes from a member, and a fifth from an officer. */
const ASKERS: readonly Asker[] = ['visitor', 'visitor', 'broken', 'member', 'officer']

export type BadRequest = Asked & { readonly path: string; readonly asker: Asker }

/** One bad request, to one of `places`. */
export function badRequest(random: SeededRandom, places: readonly string[]): BadRequest {
  const filled = (text: string) => text.replaceAll('SLOT', () => inAddress(random.pick(ODD)))
  const names = random.picks(random.below(4), NAMES)
  const query = names.map((name) => `${filled(name)}=${inAddress(random.pick(ODD))}`).join('&')
  const method = random.pick(METHODS)
  const hasBody = !['GET', 'HEAD', 'OPTIONS'].includes(method)
  const asker = random.pick(ASKERS)
  return {
    asker,
    path: `${filled(random.pick(places))}${query ? `?${query}` : ''}`,
    method,
    headers: {
      ...(random.isLikely(0.5) ? { Origin: address('') } : {}),
      ...(asker === 'broken' ? { Cookie: `signpost-member=${inAddress(random.pick(ODD))}` } : {}),
      ...(random.isLikely(0.2) ? { RSC: '1' } : {}),
      ...(random.isLikely(0.1) ? { 'Next-Action': 'x'.repeat(40) } : {}),
      ...(hasBody ? { 'Content-Type': random.pick(TYPES) } : {}),
    },
    ...(hasBody ? { body: random.pick(BODIES) } : {}),
  }
}

/** Whether it may end the session it is made in: then the rest of the storm would come from a visitor. */
export const mayEndASession = ({ path }: BadRequest): boolean =>
  /^\/(sign-out|account\/sessions|account\/erase)/.test(path)

/**
 * Staff are shown the schema at the desk, and members what is kept of themselves, by the names it is kept under. A refusal
 * over Payload’s routes tells not even staff of a field they did not name.
 */
export const mayKnowFields = ({ asker, path }: BadRequest, status: number): boolean =>
  asker === 'officer'
    ? !(path.startsWith('/api/') && status >= 400)
    : asker === 'member' && path.startsWith('/account/export')
