import { expect, type Page, test } from '@playwright/test'
import { lexicalBody } from '../support/lexical'
import { address, staffPage } from './support/site'

const WORD = 'quincewort'
const slug = (kind: string) => `${kind}-of-${WORD}-${Date.now()}`

/** Everything a visitor may ask for, by what of it would tell. */
const placesOf = (briefing: string, article: string): Readonly<Record<string, string>> => ({
  [`/briefings/${briefing}`]: WORD,
  '/': briefing,
  '/briefings': briefing,
  [`/briefings?q=${WORD}`]: briefing,
  [`/api/search?q=${WORD}`]: briefing,
  '/briefings/a-z': briefing,
  '/feeds/briefings.xml': briefing,
  '/sitemap.xml': briefing,
  [`/blog/${article}`]: WORD,
  '/blog': article,
  '/feeds/articles.xml': article,
})

async function send(editor: Page, method: string, path: string, data: object): Promise<string> {
  const answer = await editor.request.fetch(address(path), {
    method,
    data,
    headers: { 'sec-fetch-site': 'same-origin', origin: new URL(address('/')).origin },
  })
  expect(answer.ok(), await answer.text()).toBe(true)
  return ((await answer.json()) as { doc: { id: string } }).doc.id
}

test('H20 shows a briefing and an article at their time: nowhere before, everywhere within a minute', async ({
  browser,
  request,
}) => {
  const editor = await staffPage(browser, 'editor')
  const due = Date.now() + 20_000
  const publishedAt = new Date(due).toISOString()
  const [briefing, article] = [slug('briefing'), slug('article')]
  const text = { title: `Words of ${WORD}`, summary: `What ${WORD} is.`, publishedAt }
  const id = await send(editor, 'POST', '/api/briefings?draft=true', {
    ...text,
    slug: briefing,
    type: 'briefing',
    body: lexicalBody(`All of ${WORD}.`),
  })
  await send(editor, 'PATCH', `/api/briefings/${id}`, {
    _status: 'published',
    emergencyReason: 'Only one of us is here.',
  })
  await send(editor, 'POST', '/api/articles', { ...text, slug: article, _status: 'published' })
  const places = placesOf(briefing, article)

  const shownAt = new Map<string, number>()
  const look = async () => {
    for (const [path, tells] of Object.entries(places)) {
      if (shownAt.has(path)) continue
      const answer = await request.get(address(path))
      const body = await answer.text()
      if (answer.status() === 200 && body.includes(tells)) shownAt.set(path, Date.now())
    }
    return Object.keys(places).filter((path) => !shownAt.has(path))
  }
  expect(await look()).toEqual(Object.keys(places))
  expect(Date.now()).toBeLessThan(due)
  await expect.poll(look, { timeout: 90_000, intervals: [500] }).toEqual([])

  for (const [path, at] of shownAt) {
    expect(at, path).toBeGreaterThanOrEqual(due)
    expect(at, path).toBeLessThanOrEqual(due + 60_000)
  }
})
