import { expect, test } from '@playwright/test'
import { inTurns } from '../../scripts/audit-leaks/in-turns'
import { seededRandom } from '../support/seeded-random'
import { askTheSite, bodyOf } from './support/ask-the-site'
import { badRequest, mayEndASession, mayKnowFields, placesToAsk } from './support/bad-requests'
import { cookieOfAMember, cookieOfStaff } from './support/cookies'
import { megabytesOfTheSite } from './support/site-memory'
import { insideTold } from './support/words-of-the-inside'

const REQUESTS = 5000

/** Far above what the site needs, far below what it would take to keep every answer. */
const MOST_MEGABYTES_MORE = 600

/** As a browser sends a session from a page of the site: Payload reads none that may come from elsewhere. */
const inAPage = (Cookie = '') => ({ Cookie, 'Sec-Fetch-Site': 'same-origin' })

test('H40 five thousand bad requests meet no fault, learn nothing of the inside, and do not swell the site', async ({
  browser,
}) => {
  test.setTimeout(20 * 60_000)
  const { ask, close } = askTheSite()
  const cookies: Readonly<Record<string, string>> = {
    member: await cookieOfAMember(browser),
    officer: await cookieOfStaff(ask, 'officer'),
  }
  const random = seededRandom(20261126)
  const places = placesToAsk()
  const requests = Array.from({ length: REQUESTS }, () => badRequest(random, places))
  const faults: string[] = []
  const unanswered: string[] = []
  const asked: Record<string, number> = {}
  const before = megabytesOfTheSite()
  await inTurns(requests, 6, async (request) => {
    const { path, asker, headers } = request
    const cookie = mayEndASession(request) ? undefined : cookies[asker]
    if (cookie) asked[asker] = (asked[asker] ?? 0) + 1
    const told = `${request.method} ${path.slice(0, 200)} ${JSON.stringify(request)}`
    try {
      const answer = await ask(path, {
        ...request,
        headers: { ...headers, ...(cookie ? inAPage(cookie) : {}) },
      })
      if (answer.status >= 500) faults.push(`${told}: ${answer.status}`)
      const said = insideTold(bodyOf(answer), mayKnowFields(request))
      for (const word of said.filter((word) => !path.includes(word))) {
        faults.push(`${told}: ${answer.status} says ${word}`)
      }
    } catch (fault) {
      unanswered.push(`${told}: ${String(fault)}`)
    }
  })
  const after = megabytesOfTheSite()

  expect(faults).toEqual([])
  expect(unanswered).toEqual([])
  expect((await ask('/healthz')).status).toBe(200)
  expect(asked.member).toBeGreaterThan(REQUESTS / 6)
  expect(asked.officer).toBeGreaterThan(REQUESTS / 6)
  const account = await ask('/account', { headers: inAPage(cookies.member) })
  expect(bodyOf(account)).toContain('Your account')
  const desk = await ask('/api/briefings?limit=1', { headers: inAPage(cookies.officer) })
  expect(desk.status).toBe(200)
  expect(before).toBeGreaterThan(0)
  expect(after).toBeGreaterThan(0)
  expect(after - before).toBeLessThan(MOST_MEGABYTES_MORE)
  close()
})
