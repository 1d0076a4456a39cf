import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from '@playwright/test'
import type { Answer } from '../../scripts/audit-leaks/ask'
import { askTheSite, bodyOf } from './support/ask-the-site'
import { cookieOfAMember, cookieOfStaff } from './support/cookies'
import { account, address } from './support/site'

/** docs/hostile-tests.md says what each number asks. */

const { ask, close } = askTheSite()
test.afterAll(() => close())

/** What browsers load of the built site. */
const BUILT = resolve(import.meta.dirname, '../../.next/static')

const header = ({ headers }: Answer, name: string) => String(headers[name] ?? '')

const OWN_PAGES = [
  '/account',
  '/account/address',
  '/account/erase',
  '/account/export',
  '/account/organisation',
  '/account/reading-list',
  '/account/saved-searches',
  '/account/sessions',
  `/account/confirm/${'a'.repeat(43)}`,
]

/** The first briefing of the archive, by its address. */
async function aBriefing(): Promise<string> {
  const found = JSON.parse(bodyOf(await ask('/api/search?pageSize=1'))) as {
    hits: { url: string }[]
  }
  return found.hits[0]?.url ?? ''
}

test('H16 a visitor’s page is not kept for others, in whatever form it is asked for', async () => {
  const path = await aBriefing()
  const ways: Record<string, string>[] = [
    {},
    { RSC: '1' },
    { RSC: '1', 'Next-Router-Prefetch': '1' },
  ]
  for (const headers of ways) {
    const first = await ask(path, { headers })
    // What a page’s script asks for has an address of its own, where Next leads.
    const onward = header(first, 'location')
    const answer = onward ? await ask(onward, { headers }) : first
    expect(answer.status).toBe(200)
    expect(header(answer, 'cache-control')).toMatch(/private|no-store/)
  }
})

test('H16 no page of an account, and no Bulletin on the web, is kept for others', async ({
  browser,
}) => {
  const Cookie = await cookieOfAMember(browser)
  const [issue = ''] = /\/bulletin\/\d{4}-[^"]+/.exec(bodyOf(await ask('/bulletin'))) ?? []
  expect((await ask(issue)).status).toBe(200)
  for (const path of [...OWN_PAGES, '/bulletin', issue]) {
    const ways: Record<string, string>[] = [{ Cookie }, { Cookie, RSC: '1' }, {}]
    for (const headers of ways) {
      const answer = await ask(path, { headers })
      const onward = header(answer, 'location')
      const last = onward.startsWith(path) ? await ask(onward, { headers }) : answer
      const isRedirect = last.status === 303 || last.status === 307
      expect.soft([200, 303, 307, 401, 404], path).toContain(last.status)
      if (!isRedirect) expect.soft(header(last, 'cache-control'), path).toMatch(/private|no-store/)
    }
  }
  const own = await ask('/account', { headers: { Cookie } })
  expect([own.status, header(own, 'cache-control')]).toEqual([
    200,
    expect.stringMatching(/private.*no-store/),
  ])
})

test('H17 member and visitor by turns, alone and at once, each get their own', async ({
  browser,
}) => {
  const Cookie = await cookieOfAMember(browser)
  const path = await aBriefing()
  const isWhole = async (headers: Record<string, string>) =>
    bodyOf(await ask(path, { headers })).includes('id="key-points"') ||
    bodyOf(await ask(path, { headers })).includes('class="member-text')
  const member = await isWhole({ Cookie })
  expect(member).toBe(true)
  const turns = await Promise.all(
    Array.from({ length: 24 }, (_, n) => isWhole(n % 2 === 0 ? { Cookie } : {})),
  )
  expect(turns).toEqual(turns.map((_, n) => n % 2 === 0))
})

test('H22 Next’s inner headers change nothing', async () => {
  const path = await aBriefing()
  const plain = (await ask(path)).status
  for (const name of [
    'x-middleware-subrequest',
    'x-nextjs-data',
    'x-matched-path',
    'x-invoke-path',
  ]) {
    const answer = await ask(path, { headers: { [name]: 'src/proxy' } })
    expect([name, answer.status]).toEqual([name, plain])
    expect(header(answer, 'content-security-policy')).toContain('nonce-')
  }
})

test('H25 no address of the site leads to the search server, and nothing a browser loads names it', async () => {
  for (const path of ['indexes', 'keys', 'tasks', 'dumps', 'multi-search', 'stats', 'version']) {
    for (const before of ['', '/api', '/search', '/meilisearch']) {
      const { status } = await ask(`${before}/${path}`, { headers: { Authorization: 'Bearer x' } })
      expect([before, path, status]).toEqual([before, path, 404])
    }
  }
  const built = readdirSync(BUILT, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.js'))
    .map(({ parentPath, name }) => join(parentPath, name))
  expect(built.length).toBeGreaterThan(20)
  expect(built.filter((file) => /meilisearch/i.test(readFileSync(file, 'utf8')))).toEqual([])
})

test('H27 the picture service fetches nothing but public pictures', async () => {
  for (const url of [
    '/attachments/x',
    '//evil.example/x.png',
    'http://169.254.169.254/',
    '/api/attachments/file/x.png',
  ]) {
    const answer = await ask(`/_next/image?url=${encodeURIComponent(url)}&w=640&q=75`)
    expect([url, answer.status]).toEqual([url, 400])
  }
})

test('H36 nothing is changed for another site’s page', async () => {
  const paths = [
    '/sign-out',
    '/sign-in',
    '/account',
    '/contact',
    '/api/searches',
    '/api/search-clicks',
    '/bulletin/preferences/x',
  ]
  for (const path of paths) {
    for (const origin of ['https://evil.example', 'null', 'http://sub.localhost']) {
      const answer = await ask(path, {
        method: 'POST',
        headers: { Origin: origin, 'Content-Type': 'text/plain', 'Next-Action': 'x' },
        body: '[]',
      })
      expect([403, 404], `${path} from ${origin}`).toContain(answer.status)
    }
    const crossSite = await ask(path, {
      method: 'POST',
      headers: { Origin: address(''), 'Sec-Fetch-Site': 'cross-site' },
      body: '',
    })
    expect([path, crossSite.status]).toEqual([path, 403])
  }
})

test('H37 a member who follows a link in webmail is still signed in', async ({ browser }) => {
  const Cookie = await cookieOfAMember(browser)
  const fromWebmail = {
    'Sec-Fetch-Site': 'cross-site',
    'Sec-Fetch-Mode': 'navigate',
    'Sec-Fetch-Dest': 'document',
  }

  const { email } = account('member')
  for (const headers of [fromWebmail, {}]) {
    const own = await ask('/account', { headers: { Cookie, ...headers } })
    const visitors = await ask('/account', { headers })
    expect(own.status).toBe(200)
    // It may break after its @.
    expect(bodyOf(own).replace(/<wbr\s*\/?>/g, '')).toContain(`Signed in as <!-- -->${email}`)
    expect([visitors.status, header(visitors, 'location')]).toEqual([
      307,
      expect.stringContaining('/sign-in'),
    ])
  }
})

/** The site may hang up on who sends too much before its answer is read; any other fault is one. */
const orHungUp =
  (status: number) =>
  (fault: unknown): { readonly status: number } => {
    if (!/ECONNRESET|EPIPE|socket hang up/.test(String(fault))) throw fault
    return { status }
  }

test('H39 the site stays up under what is too much', async () => {
  const long = await ask(`/briefings?q=${'x'.repeat(6000)}`)
  expect(long.status).toBe(400)
  const longer = await ask(`/briefings?q=${'x'.repeat(64_000)}`).catch(orHungUp(431))
  expect([400, 431]).toContain(longer.status)
  const terms = Array.from({ length: 300 }, (_, n) => `where[or][${n}][id][equals]=x`).join('&')
  expect([400, 404, 431]).toContain((await ask(`/api/briefings?${terms}`)).status)
  const origin = { Origin: address(''), 'Content-Type': 'application/json' }
  for (const path of ['/api/staff/login', '/sign-in']) {
    const sent = { method: 'POST', headers: origin, body: Buffer.alloc(20_000_000, 120) }
    const refused = await ask(path, sent).catch(orHungUp(413))
    expect([path, refused.status]).toEqual([path, 413])
  }
})

test('H39 a hundred at once who ask for everything keep nobody from a page', async () => {
  test.setTimeout(5 * 60_000)
  // One asker has eight connections: these have a hundred.
  const crowd = Array.from({ length: 13 }, () => askTheSite())
  const inAPage = { Cookie: await cookieOfStaff(ask, 'officer'), 'Sec-Fetch-Site': 'same-origin' }
  for (const [headers, everything, status] of [
    [{}, '/api/briefings?limit=0&depth=10', 404],
    [inAPage, '/api/briefings?limit=0&depth=10', 200],
  ] as const) {
    const asked = Promise.all(
      crowd.flatMap((one) => Array.from({ length: 8 }, () => one.ask(everything, { headers }))),
    )
    const pages = await Promise.all(['/', '/briefings', '/healthz'].map((path) => ask(path)))
    const answers = await asked
    expect(pages.map((page) => page.status)).toEqual([200, 200, 200])
    expect([...new Set(answers.map((answer) => answer.status))]).toEqual([status])
  }
  for (const { close: leave } of crowd) leave()
})
