import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeRow } from '../support/access-table/rows'
import { type House, openHouse } from '../support/access-table/house'
import { PASSWORD } from '../support/access-table/people'
import { type Asked, requestFor, throughDoors } from '../support/through-doors'

const HIDDEN = 'Quokkaword'
const NONSENSE = 'Zyzzyvaword'

let house: House
let draftId: string
beforeAll(async () => {
  house = await openHouse()
  draftId = await makeRow(house, 'briefings', { title: `${HIDDEN} draft`, _status: 'draft' })
  const published = { _status: 'published', publishedAt: '2024-01-02T09:00:00.000Z' }
  await makeRow(house, 'briefings', {
    ...published,
    related: [draftId],
    keyPoints: [{ text: HIDDEN }],
  })
  await makeRow(house, 'articles', { ...published, leadsTo: [draftId] })
  await makeRow(house, 'articles', published)
})
afterAll(() => house.close())

/** Payload's REST as it stands, with the query guard alone before it. */
async function throughGuard(path: string, asked: Asked = {}): Promise<string> {
  const answer = await house.rest(requestFor(house, path, asked))
  return `${String(answer.status)} ${await answer.text()}`
}

const throughDoor = (path: string, asked?: Asked) => throughDoors(house, path, asked)

/** Each asks of hidden text in one place: GUESS is put in twice, right and wrong. */
const ORACLES = [
  'briefings?where[body][like]=GUESS',
  'briefings?where[keyPoints.text][like]=GUESS',
  'briefings?where[title][like]=GUESS',
  'briefings?where[title][contains]=GUESS',
  'briefings?where[related][contains][title][like]=GUESS',
  'briefings?where[related.title][like]=GUESS',
  'briefings?where[or][0][keyPoints.text][like]=GUESS',
  'briefings?where[and][0][or][0][keyPoints.text][equals]=GUESS',
  'briefings?where[keyPoints__text][like]=GUESS',
  'briefings?where={"keyPoints.text":{"like":"GUESS"}}',
  'briefings/count?where[keyPoints.text][like]=GUESS',
  'briefings/versions?where[version.title][like]=GUESS',
  'articles?where[leadsTo][contains][title][like]=GUESS',
  'articles?where[leadsTo.title][like]=GUESS',
  'articles/count?where[leadsTo][contains][title][like]=GUESS',
  'articles?draft=true&where[leadsTo.title][like]=GUESS',
]

describe('asked by somebody without an account, Payload’s own REST', () => {
  it.each(ORACLES)('answers a right and a wrong guess alike: %s', async (oracle) => {
    const right = await throughGuard(oracle.replace('GUESS', HIDDEN))
    const wrong = await throughGuard(oracle.replace('GUESS', NONSENSE))

    expect(right).toBe(wrong)
    expect(right).not.toContain(HIDDEN)
  })

  it.each(ORACLES)('does so for a POST that passes for a GET: %s', async (oracle) => {
    const [path = '', query = ''] = oracle.split('?')
    const disguised = (guess: string) =>
      throughGuard(path, {
        method: 'POST',
        headers: {
          'X-HTTP-Method-Override': 'GET',
          'Content-Type': 'application/x-www-form-urlencoded',
        },
        body: query.replace('GUESS', guess),
      })

    expect(await disguised(HIDDEN)).toBe(await disguised(NONSENSE))
  })

  it.each([
    'briefings?select[keyPoints]=true',
    'briefings?select[_status]=false',
    'briefings?populate[briefings][title]=true&depth=9',
    'articles?populate[briefings][title]=true&depth=9',
    'articles?depth=9999',
    'briefings?joins[related][where][title][like]=Q',
    'briefings?limit=0&pagination=false',
    'briefings?locale=all&fallback-locale=none',
    'briefings?showHiddenFields=true',
  ])('serves no hidden word whatever is asked for: %s', async (path) => {
    expect(await throughGuard(path)).not.toContain(HIDDEN)
  })

  it.each(['draft=true', 'trash=true', 'sort=body', 'sort=-keyPoints', 'sort=leadsTo.title'])(
    'refuses %s',
    async (query) => {
      expect(await throughGuard(`articles?${query}`)).toMatch(/^400 .*This query is not allowed/)
    },
  )

  it('gives at most fifty rows, however many are asked for', async () => {
    const answer = await throughGuard('briefings?limit=100000')

    expect(JSON.parse(answer.slice(4))).toMatchObject({ limit: 50 })
  })

  it('knows a draft as little as a briefing that never was', async () => {
    const draft = await throughGuard(`briefings/${draftId}`)

    expect(draft).toBe(await throughGuard(`briefings/${draftId.replace(/^./, '9')}`))
    expect(draft).toMatch(/^404/)
  })
})

const CLOSED = [
  'access',
  'briefings/count',
  'staff/init',
  'og?title=x',
  'graphql',
  'graphql-playground',
  'payload-jobs/run',
  'payload-jobs/handle-schedules',
  'globals/anything',
  'briefings/%00',
  'briefings?where=notobject',
  'members/me',
  '../admin',
]

describe('at the site’s door', () => {
  const body = '{"error":{"code":"not-found","message":"There is nothing here."}}'

  it('shows no collection to somebody without an account', async () => {
    for (const { slug } of house.payload.config.collections) {
      const answer = await throughDoor(slug)
      expect([slug, answer.status, await answer.text()]).toEqual([slug, 404, body])
    }
  })

  it.each(CLOSED)('answers as if there were nothing at /api/%s', async (path) => {
    for (const method of ['GET', 'POST', 'PATCH', 'PUT', 'DELETE']) {
      const answer = await throughDoor(path, { method })
      expect([answer.status, await answer.text()]).toEqual([404, body])
    }
  })

  it('does not tell a draft from nothing when asked who may do what with it', async () => {
    const known = await throughDoor(`briefings/access/${draftId}`, { method: 'POST' })
    const unknown = await throughDoor(`briefings/access/${randomUUID()}`, { method: 'POST' })

    expect([known.status, await known.text()]).toEqual([unknown.status, await unknown.text()])
  })

  it('lets nobody register the first account', async () => {
    const answer = await throughDoor('staff/first-register', { method: 'POST', body: '{}' })

    expect(answer.status).toBe(404)
  })

  it('hears no disguised method at an open route', async () => {
    const answer = await throughDoor('staff/login', {
      method: 'POST',
      headers: { 'X-HTTP-Method-Override': 'GET' },
    })

    expect(answer.status).toBe(404)
  })

  it.each([
    ['broken JSON', '{'],
    ['an operator for an address', '{"email":{"$ne":null},"password":"x"}'],
    ['a list for an address', '{"email":["a@b.example"],"password":"x"}'],
    ['a number', '7'],
    [
      'a password of fifty thousand characters',
      `{"email":"a@b.example","password":"${'x'.repeat(5e4)}"}`,
    ],
  ])('refuses to sign in with %s, without a fault of its own', async (_what, sent) => {
    const answer = await throughDoor('staff/login', { method: 'POST', body: sent })

    expect([answer.status, await answer.text()]).toEqual([
      400,
      '{"error":{"code":"bad-input","message":"We could not read what was sent."}}',
    ])
  })

  it('takes in no more than a form holds, whether or not it was said how much is coming', async () => {
    const headers = { 'Content-Length': '5000000' }
    const announced = await throughDoor('staff/login', { method: 'POST', headers, body: '{}' })
    const body = `{"email":"a@b.example","password":"${'x'.repeat(1e5)}"}`
    const unannounced = await throughDoor('staff/login', { method: 'POST', body })

    expect([announced.status, unannounced.status]).toEqual([413, 413])
  })

  it('lets staff sign in, in the form’s way and the script’s, and shows them their desk', async () => {
    const sent = JSON.stringify({ email: 'officer@signpost.example', password: PASSWORD })
    const answer = await throughDoor('staff/login', { method: 'POST', body: sent })
    const cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    const desk = await throughDoor('briefings', {
      headers: { Cookie: cookie, Origin: house.settings.siteUrl },
    })

    expect(answer.status).toBe(200)
    expect(desk.status).toBe(200)
    expect(desk.headers.get('Cache-Control')).toBe('private, no-store')
  })

  it('H40 meets what staff send broken without a fault, and takes a file that is whole', async () => {
    const sent = JSON.stringify({ email: 'officer@signpost.example', password: PASSWORD })
    const login = await throughDoor('staff/login', { method: 'POST', body: sent })
    const Cookie = login.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    const own = { Cookie, Origin: house.settings.siteUrl }
    const post = async (body: string, type: string) => {
      const headers = { ...own, 'Content-Type': type }
      return (await throughDoor('attachments', { method: 'POST', headers, body })).status
    }
    for (const slug of ['__proto__', 'constructor', 'toString']) {
      expect([slug, (await throughDoor(slug, { headers: own })).status]).toEqual([slug, 404])
    }
    expect(await post('[]', 'multipart/form-data; boundary=x')).toBe(400)
    expect(await post('--x', 'multipart/form-data')).toBe(400)
    const pdf = '%PDF-1.4\nxref\ntrailer\nstartxref\n%%EOF\n'
    const parts = [
      'Content-Disposition: form-data; name="_payload"\r\n\r\n{"title":"Evidence"}',
      `Content-Disposition: form-data; name="file"; filename="a.pdf"\r\nContent-Type: application/pdf\r\n\r\n${pdf}`,
    ]
    const whole = `--x\r\n${parts.join('\r\n--x\r\n')}\r\n--x--\r\n`
    expect(await post(whole, 'multipart/form-data; boundary=x')).toBe(201)
  })

  it('refuses a short password when a forgotten one is set anew', async () => {
    const token = await house.payload.forgotPassword({
      collection: 'staff',
      data: { email: 'officer@signpost.example' },
      disableEmail: true,
    })
    const answer = await throughDoor('staff/reset-password', {
      method: 'POST',
      body: JSON.stringify({ token, password: 'short' }),
    })
    expect(answer.status).toBe(400)
    expect(await answer.text()).toContain('at least 12 characters')
  })
})
