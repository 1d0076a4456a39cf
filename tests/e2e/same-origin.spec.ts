import { expect, test } from '@playwright/test'
import { routesOfTheSite } from '../../scripts/audit-leaks/routes-of-the-site'
import { askTheSite } from './support/ask-the-site'
import { type ChangingRoute, changingRoutes } from './support/changing-routes'
import { cookieOfAMember, cookieOfStaff } from './support/cookies'
import { address } from './support/site'

/** docs/hostile-tests.md says what each number asks. */

const { ask, close } = askTheSite()
test.afterAll(() => close())

const ELSEWHERE: readonly Readonly<Record<string, string>>[] = [
  { Origin: 'https://evil.example' },
  { Origin: 'null' },
  { Origin: 'http://sub.localhost' },
  { Origin: 'https://evil.example', 'Sec-Fetch-Site': 'cross-site' },
]

/** RFC 8058: a mail program posts here for its reader, from no page and with no session. The token is the whole of the right. */
const FROM_ANYWHERE = '/u/[token]'

const NOBODYS = 'a'.repeat(43)

/** Where a method of Payload’s one route is heard: a list, of which it is not said which rows. */
const OF_PAYLOAD = '/api/[...slug]'
const LIST = '/api/topics'

/** Payload has the method and nothing that answers to it. */
const isOfNobody = ({ route, method }: ChangingRoute) => route === OF_PAYLOAD && method === 'PUT'

const placeOf = (route: string): string =>
  route === OF_PAYLOAD ? LIST : route.replace(/\[+(\.\.\.)?\w+\]+/g, NOBODYS)

const post = (Cookie: string, method: string, headers: Readonly<Record<string, string>>) => ({
  method,
  headers: { 'Content-Type': 'application/json', ...(Cookie ? { Cookie } : {}), ...headers },
  body: '{}',
})

/** What each of them is answered by a route, in words where it was neither refused nor found missing. */
async function heard(
  { route, method }: ChangingRoute,
  cookies: Readonly<Record<string, string>>,
  from: Readonly<Record<string, string>>,
): Promise<string[]> {
  const asking = Object.entries(cookies).map(async ([who, Cookie]) => {
    const { status } = await ask(placeOf(route), post(Cookie, method, from))
    return { status, told: `${method} ${route}, ${who}, ${JSON.stringify(from)}: ${status}` }
  })
  const answers = await Promise.all(asking)
  return answers.filter(({ status }) => status !== 403 && status !== 404).map(({ told }) => told)
}

test('H36 no route that changes something hears another site’s page, whoever is signed in', async ({
  browser,
}) => {
  const cookies = {
    member: await cookieOfAMember(browser),
    officer: await cookieOfStaff(ask, 'officer'),
    administrator: await cookieOfStaff(ask, 'administrator'),
  }
  const routes = changingRoutes().toSorted((a, b) => a.route.localeCompare(b.route))
  expect(routes.length).toBeGreaterThan(15)
  for (const route of routes.filter(({ route }) => route !== FROM_ANYWHERE)) {
    for (const elsewhere of ELSEWHERE) {
      expect.soft(await heard(route, cookies, elsewhere)).toEqual([])
    }
  }

  // A page of our own is heard, by one of them at least: else a refusal would prove nothing. Signing out comes late.
  for (const route of routes.filter((route) => !isOfNobody(route))) {
    expect
      .soft(await heard(route, cookies, { Origin: address('') }), JSON.stringify(route))
      .not.toEqual([])
  }
})

test('H36 no page takes what another site’s page sends it', async ({ browser }) => {
  const Cookie = await cookieOfAMember(browser)
  for (const route of routesOfTheSite().filter((route) => route !== FROM_ANYWHERE)) {
    const action = { Origin: 'https://evil.example', 'Next-Action': 'a'.repeat(42) }
    const { status } = await ask(placeOf(route), post(Cookie, 'POST', action))
    expect.soft([403, 404, 405], route).toContain(status)
  }
})

test('H36 a mail program takes its reader off the list without a session, and that alone', async () => {
  const from = { Origin: 'https://evil.example' }
  expect((await ask(placeOf(FROM_ANYWHERE), post('', 'POST', from))).status).toBe(200)
})
