import { setTimeout as pause } from 'node:timers/promises'
import type { Answer, Ask, Asked } from './ask'
import { EXAMPLES, type Examples, MORE_OF } from './examples'
import type { Inspector } from './inspect'
import type { Audience } from './marks'
import { isStaff, type Persona, PERSONAS } from './personas'
import { restRows } from './rest-rows'
import { answersTo, isFixed, routesOfTheSite } from './routes-of-the-site'
import { inTurns } from './in-turns'
import type { World } from './world'

/** A row of the table: a route, and what each persona was answered. */
export type WalkedRow = { readonly route: string; readonly cells: Readonly<Record<string, string>> }

/** A route of the site that nothing asks. */
export class UnaskedRoute extends Error {
  override readonly name = 'UnaskedRoute'
  constructor(routes: readonly string[]) {
    super(
      `The audit does not know what to ask of ${routes.join(', ')}. Say so in scripts/audit-leaks/examples.ts.`,
    )
  }
}

/** Ways to ask for one address that have leaked elsewhere. */
const VARIANTS: readonly Asked[] = [
  { method: 'HEAD' },
  { headers: { RSC: '1' } },
  { headers: { RSC: '1', 'Next-Router-Prefetch': '1' } },
  { headers: { RSC: '1', 'Next-Router-Segment-Prefetch': '/_tree' } },
  { headers: { 'x-middleware-subrequest': 'src/proxy:src/proxy:src/proxy:src/proxy:src/proxy' } },
  { headers: { 'x-nextjs-data': '1', 'x-matched-path': '/', 'x-invoke-path': '/' } },
  { headers: { Accept: 'text/markdown, application/json', Range: 'bytes=0-4000' } },
]

const SUFFIXES = ['.rsc', '.txt', '.json', '/index.rsc', '.segments/_tree.segment.rsc']

const withSuffix = (address: string, suffix: string) => {
  const [path = '', query] = address.split('?')
  return `${path === '/' ? '/index' : path}${suffix}${query ? `?${query}` : ''}`
}

const cellOf = ({ status }: Answer, found: Audience | null): string =>
  found === null ? String(status) : `${status} ${found}`

const LINK =
  /(?:href|src|content|action)="(\/[^"#]*|https?:\/\/localhost[^"#]*)"|<loc>([^<]+)<|href":"(\/[^"#\\]*)"/g

function linksOf(answer: Answer): string[] {
  const type = String(answer.headers['content-type'] ?? '')
  if (!/html|xml/.test(type)) return []
  return [...answer.body.toString('utf8').matchAll(LINK)]
    .map((match) => match[1] ?? match[2] ?? match[3] ?? '')
    .map((link) => link.replaceAll('&amp;', '&').replace(/^https?:\/\/[^/]+/, ''))
    .filter((link) => link.startsWith('/') && !link.startsWith('//'))
}

function examplesOf(world: World): Map<string, Examples> {
  const routes = routesOfTheSite()
  const unknown = routes.filter((route) => !isFixed(route) && !EXAMPLES[route])
  if (unknown.length > 0) throw new UnaskedRoute(unknown)
  const rows = routes.map((route) => {
    const told = EXAMPLES[route]?.(world)
    if (told === 'found on pages') return [route, {}] as const
    return [route, told ?? { '': route, ...MORE_OF[route] }] as const
  })
  return new Map(rows)
}

/** Those from whom most is to be kept are tried in every way; the others by a page and by what its script asks for. */
const TRIED_IN_EVERY_WAY = new Set(['anonymous', 'lapsed'])
const AS_A_SCRIPT: readonly Asked[] = [{ headers: { RSC: '1' } }]

/** Payload's own routes know no passes: the holder of one asks those alone that what was lent stands in. */
const OF_A_PASS: ReadonlySet<string> = new Set([
  '/api/attachments',
  '/api/briefings',
  '/api/colleague-passes',
  '/api/members',
  '/api/sources',
  '/api/…/file',
])

const MOST_LINKS = 120
const UNREACHABLE = /^\/(sign-out|_next\/webpack)/

type Walk = {
  readonly ask: Ask
  readonly inspector: Inspector
  readonly personas: readonly Persona[]
  readonly world: World
  readonly collections: readonly string[]
  /** By one way each, and no further than the first leak. */
  readonly isQuick: boolean
  readonly onProgress: (line: string) => void
}

/** Headers of a browser in this persona’s hands. */
export const headersOf = ({ name, cookie }: Persona): Record<string, string> => ({
  Accept: 'text/html,*/*',
  'User-Agent': 'Mozilla/5.0 (audit)',
  ...(cookie ? { Cookie: cookie } : {}),
  ...(isStaff(name) ? { 'Sec-Fetch-Site': 'same-origin' } : {}),
})

const COUNTED_BY_PLACE = /^\/bulletin\/(preferences|confirm)\//

/** The site counts how often pages of links are opened from one place: each persona opens them from one of its own. */
const placeOf = ({ name }: Persona, path: string): Record<string, string> =>
  COUNTED_BY_PLACE.test(path) ? { 'X-Forwarded-For': `192.0.2.${PERSONAS.indexOf(name) + 1}` } : {}

const mayBeKept = ({ headers }: Answer): boolean =>
  !/private|no-store/.test(String(headers['cache-control'] ?? ''))

/** The route a link leads to, of those whose addresses are found on pages; null for all others. */
function routeFoundAt(examples: Map<string, Examples>, link: string): string | null {
  const route = [...examples.keys()]
    .filter((pattern) => pattern !== '/[...lost]')
    .sort((one, other) => other.length - one.length)
    .find((pattern) => answersTo(pattern)(link))
  const isFound = route !== undefined && Object.keys(examples.get(route) ?? {}).length === 0
  return isFound && route !== '/api/[...slug]' ? route : null
}

/** Walks every route as one persona. @returns the cells of their column, and the routes the pages led to. */
async function walkAs(persona: Persona, examples: Map<string, Examples>, walk: Walk) {
  const { ask, inspector, world, collections } = walk
  const isEnough = () => walk.isQuick && inspector.leaks().length > 0
  const cells = new Map<string, string>()
  const links = new Set<string>()
  const visited = new Set<string>()

  const get = async (path: string, asked: Asked = {}) => {
    const headers = { ...headersOf(persona), ...placeOf(persona, path), ...asked.headers }
    const first = await ask(path, { ...asked, headers })
    // What a page's script asks for has an address of its own, made of the headers: Next leads there.
    const onward = String(first.headers.location ?? '')
    const answer = onward.includes('_rsc=') ? await ask(onward, { ...asked, headers }) : first
    const told = `${asked.method ?? 'GET'} ${path} ${JSON.stringify(asked.headers ?? {})}`
    const found = inspector.inspect(persona.name, told, answer)
    if (found !== null && found !== 'public' && mayBeKept(answer)) {
      inspector.noteKept(persona.name, told, found)
    }
    return { answer, found }
  }

  const visit = async (route: string, label: string, address: string) => {
    const { answer, found } = await get(address)
    visited.add(address)
    cells.set(label === '' ? route : `${route} · ${label}`, cellOf(answer, found))
    for (const link of linksOf(answer)) links.add(link)
    const isTried = TRIED_IN_EVERY_WAY.has(persona.name)
    if (walk.isQuick) return
    for (const variant of isTried ? VARIANTS : AS_A_SCRIPT) await get(address, variant)
    if (!isTried) return
    for (const suffix of SUFFIXES) await get(withSuffix(address, suffix))
    await get(`${address}${address.includes('?') ? '&' : '?'}_rsc=1`, { headers: { RSC: '1' } })
  }

  const addresses = [...examples].flatMap(([route, told]) =>
    Object.entries(told).map(([label, address]) => ({ route, label, address })),
  )
  await inTurns(addresses, 4, ({ route, label, address }) => visit(route, label, address), isEnough)

  // Routes known by their links alone come first: what stands in the table must not hang on which link was met early.
  const further = [...links]
    .filter((link) => !visited.has(link) && !UNREACHABLE.test(link))
    .map((link) => ({ link, route: routeFoundAt(examples, link) }))
    .sort((one, other) => Number(other.route !== null) - Number(one.route !== null))
  const answersOf = new Map<string, Set<string>>()
  await inTurns(
    further.slice(0, walk.isQuick ? 30 : MOST_LINKS),
    4,
    async ({ link, route }) => {
      const { answer, found } = await get(link)
      if (route === null) return
      answersOf.set(route, (answersOf.get(route) ?? new Set()).add(cellOf(answer, found)))
    },
    isEnough,
  )
  for (const [route, answers] of answersOf) cells.set(route, [...answers].sort().join(', '))

  for (const [row, questions] of restRows(world, collections)) {
    if (isEnough()) break
    if (persona.name === 'pass-holder' && !OF_A_PASS.has(row)) continue
    const answered = new Set<string>()
    for (const { path, ...asked } of questions) {
      if (isStaff(persona.name) && path.endsWith('/duplicate')) continue
      const { answer, found } = await get(path, asked)
      answered.add(cellOf(answer, found))
    }
    cells.set(row, [...answered].sort().join(', '))
  }
  return cells
}

async function askOnceMore(persona: Persona, examples: Map<string, Examples>, walk: Walk) {
  const addresses = [...examples.values()].flatMap((told) => Object.values(told))
  await inTurns(addresses, 4, async (address) => {
    const headers = { ...headersOf(persona), ...placeOf(persona, address) }
    const answer = await walk.ask(address, { headers })
    walk.inspector.inspect(persona.name, `GET ${address} after everybody`, answer)
  })
}

/**
 * Asks every route as every persona, in every way that has leaked elsewhere, and follows the links of the pages.
 *
 * @throws {UnaskedRoute} for a route the audit has no address of.
 */
export async function walkTheSite(walk: Walk): Promise<readonly WalkedRow[]> {
  const examples = examplesOf(walk.world)
  const columns = new Map<string, Map<string, string>>()
  for (const persona of walk.personas) {
    walk.onProgress(`Walking as ${persona.name}`)
    columns.set(persona.name, await walkAs(persona, examples, walk))
    await pause(0)
  }
  const [first] = walk.personas
  // Once more, after everybody: what was kept of another's page would be served now.
  if (first) await askOnceMore(first, examples, walk)
  const routes = [...new Set([...columns.values()].flatMap((cells) => [...cells.keys()]))].sort()
  const asked = new Set(routes.map((route) => route.split(' · ')[0]))
  const missed = [...examples.keys()].filter(
    (route) => !asked.has(route) && route !== '/api/[...slug]',
  )
  const isCutShort = walk.isQuick && walk.inspector.leaks().length > 0
  if (missed.length > 0 && !isCutShort) throw new UnaskedRoute(missed)
  return routes.map((route) => ({
    route,
    cells: Object.fromEntries(
      [...columns].map(([persona, cells]) => [persona, cells.get(route) ?? '–']),
    ),
  }))
}
