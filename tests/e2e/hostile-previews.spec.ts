import { expect, test } from '@playwright/test'
import { lexicalBody } from '../support/lexical'
import { askTheSite, bodyOf } from './support/ask-the-site'
import { cookieOfAMember, cookieOfStaff } from './support/cookies'
import { address } from './support/site'

/** docs/hostile-tests.md says what each number asks. */

const { ask, close } = askTheSite()
test.afterAll(() => close())

const TITLE = 'A draft nobody has published'
const MEMBER_TEXT = 'A sentence that officers alone may read as yet.'
const NO_DRAFT = '01900000-0000-7000-8000-000000000000'

/** A draft of the officer whose cookie this is. */
async function aDraft(Cookie: string): Promise<{ readonly id: string; readonly slug: string }> {
  const slug = `unpublished-${Date.now()}`
  const answer = await ask('/api/briefings?draft=true', {
    method: 'POST',
    headers: { Cookie, Origin: address(''), 'Content-Type': 'application/json' },
    body: JSON.stringify({
      ...{ title: TITLE, slug, summary: 'What it says.', type: 'briefing' },
      body: lexicalBody({ heading: 'Damp homes' }, MEMBER_TEXT),
    }),
  })
  expect(answer.status, bodyOf(answer)).toBe(201)
  const { doc } = JSON.parse(bodyOf(answer)) as { doc: { id: string } }
  return { id: doc.id, slug }
}

test('H21 a draft is previewed by staff alone, at each look', async ({ browser }) => {
  const officer = await cookieOfStaff(ask, 'officer')
  const member = await cookieOfAMember(browser)
  const { id, slug } = await aDraft(officer)
  const places = ['member', 'visitor', 'nobody'].map((reader) => `/preview/${id}/${reader}`)
  const strangers = ['', member, '__prerender_bypass=x', `${member}; __prerender_bypass=x`]

  for (const path of [...places, `/preview/${id}`, `/briefings/${slug}`]) {
    for (const Cookie of strangers) {
      const page = await ask(path, { headers: { Cookie } })
      expect.soft([path, Cookie, page.status]).toEqual([path, Cookie, 404])
      const onward = String((await ask(path, { headers: { Cookie, RSC: '1' } })).headers.location)
      const data = await ask(onward, { headers: { Cookie, RSC: '1' } })
      for (const answer of [page, data]) {
        expect.soft(bodyOf(answer), path).not.toMatch(/nobody has published|officers alone may/)
      }
    }
  }

  const look = async (path: string) => {
    const answer = await ask(path, { headers: { Cookie: officer } })
    const text = bodyOf(answer)
    return [answer.status, text.includes(TITLE), text.includes(MEMBER_TEXT)]
  }
  expect(await look(`/preview/${id}/member`)).toEqual([200, true, true])
  expect(await look(`/preview/${id}/visitor`)).toEqual([200, true, false])
  expect(await look(`/preview/${NO_DRAFT}/member`)).toEqual([404, false, false])
  const kept = await ask(`/preview/${id}/member`, { headers: { Cookie: officer } })
  expect(String(kept.headers['cache-control'])).toMatch(/private|no-store/)
})

test('H21 no address leads to a preview without an account, or off the site', async () => {
  for (const path of ['/api/preview?path=//evil.example', '/preview', '/next/preview']) {
    expect((await ask(path)).status).toBe(404)
  }
  for (const next of ['//evil.example', '/\\evil.example', 'https:evil.example', 'javascript:x']) {
    const body = bodyOf(await ask(`/sign-in?next=${encodeURIComponent(next)}`))
    expect(body).not.toMatch(/(href|action|value)="[^"]*evil\.example/)
  }
  const withCookie = await ask('/briefings', { headers: { Cookie: '__prerender_bypass=x' } })
  expect(withCookie.status).toBe(200)
})
