import { expect, test } from '@playwright/test'
import type { Answer } from '../../scripts/audit-leaks/ask'
import { inTurns } from '../../scripts/audit-leaks/in-turns'
import { seededRandom } from '../support/seeded-random'
import { askTheSite, bodyOf } from './support/ask-the-site'
import { badQuery } from './support/bad-queries'
import {
  badRequest,
  type BadRequest,
  mayEndASession,
  mayKnowFields,
  placesToAsk,
} from './support/bad-requests'
import { cookieOfAMember, cookieOfStaff } from './support/cookies'
import { schemaOfTheSite } from './support/schema-of-the-site'
import { account } from './support/site'
import { megabytesInUse, megabytesOccupied } from './support/site-memory'
import { insideTold } from './support/words-of-the-inside'

const REQUESTS = 5000

/** By then every route has been loaded, and what is kept of each is there. */
const WARM_AFTER = 1000

/** The other four thousand added 1 to what is in use when it was measured: 30 would be 8 kilobytes of each. */
const MOST_MEGABYTES_MORE = 30

/** With garbage, and what is no JavaScript: 501 to 847 when it was measured, for Node leaves garbage until there is much. */
const MOST_MEGABYTES = 1500

/** As a browser sends a session from a page of the site: Payload reads none that may come from elsewhere. */
const inAPage = (Cookie = '') => ({ Cookie, 'Sec-Fetch-Site': 'same-origin' })

const isQuery = (_request: unknown, n: number) => n % 4 === 0

/** Of each four one asks Payload’s own routes about a field of the schema, as an officer, to whom they are open. */
async function theStorm(): Promise<readonly BadRequest[]> {
  const random = seededRandom(20261126)
  const [places, schema] = [placesToAsk(), await schemaOfTheSite()]
  return Array.from({ length: REQUESTS }, (_request, n) =>
    isQuery(_request, n) ? badQuery(random, schema) : badRequest(random, places),
  )
}

/** What an answer says that it should not. */
function faultsIn(request: BadRequest, answer: Answer): string[] {
  const said = insideTold(bodyOf(answer), mayKnowFields(request, answer.status))
  return [
    ...(answer.status >= 500 ? ['is a fault'] : []),
    ...said.filter((word) => !request.path.includes(word)).map((word) => `says ${word}`),
  ]
}

test('H40 five thousand bad requests meet no fault, learn nothing of the inside, and do not swell the site', async ({
  browser,
}) => {
  test.setTimeout(20 * 60_000)
  const { ask, close } = askTheSite()
  const cookies: Readonly<Record<string, string>> = {
    member: await cookieOfAMember(browser),
    officer: await cookieOfStaff(ask, 'officer'),
  }
  const requests = await theStorm()
  const faults: string[] = []
  const unanswered: string[] = []
  const asked: Record<string, number> = {}
  const answered = new Map<BadRequest, number>()
  const send = async (request: BadRequest) => {
    const { path, asker, headers } = request
    const cookie = mayEndASession(request) ? undefined : cookies[asker]
    if (cookie) asked[asker] = (asked[asker] ?? 0) + 1
    const told = `${request.method} ${path.slice(0, 200)} ${JSON.stringify(request)}`
    try {
      const answer = await ask(path, {
        ...request,
        headers: { ...headers, ...(cookie ? inAPage(cookie) : {}) },
      })
      answered.set(request, answer.status)
      faults.push(...faultsIn(request, answer).map((said) => `${told}: ${answer.status} ${said}`))
    } catch (fault) {
      unanswered.push(`${told}: ${String(fault)}`)
    }
  }
  await inTurns(requests.slice(0, WARM_AFTER), 6, send)
  const warm = await megabytesInUse()
  await inTurns(requests.slice(WARM_AFTER), 6, send)
  const occupied = megabytesOccupied()
  const after = await megabytesInUse()

  const reached = requests
    .filter(isQuery)
    .filter((request) => [200, 400].includes(answered.get(request) ?? 0))
  expect(faults).toEqual([])
  expect(unanswered).toEqual([])
  expect((await ask('/healthz')).status).toBe(200)
  // What the doors turn away asks nothing of the database: a third of the questions comes through.
  expect(reached.length).toBeGreaterThan(REQUESTS / 16)
  expect(asked.member).toBeGreaterThan(REQUESTS / 8)
  expect(asked.officer).toBeGreaterThan(REQUESTS / 3)
  const own = await ask('/account', { headers: inAPage(cookies.member) })
  expect(bodyOf(own).replaceAll('<wbr/>', '')).toContain(account('member').email)
  const desk = await ask('/api/briefings?limit=1', { headers: inAPage(cookies.officer) })
  expect(desk.status).toBe(200)
  expect(after - warm).toBeLessThan(MOST_MEGABYTES_MORE)
  expect(occupied).toBeLessThan(MOST_MEGABYTES)
  close()
})
