import { expect, type Page, test } from '@playwright/test'
import { lexicalBody } from '../support/lexical'
import { askTheSite, bodyOf } from './support/ask-the-site'
import { axeFaults } from './support/axe-faults'
import { address, staffPage } from './support/site'

const MEMBER_TEXT = 'A sentence that only those who were asked may read.'
const slug = `draft-${Date.now()}`

const { ask, close } = askTheSite()
let editor: Page
let id: string
let link: string

test.describe.configure({ mode: 'serial' })

test.beforeAll(async ({ browser }) => {
  test.setTimeout(240_000)
  editor = await staffPage(browser, 'editor')
  const { doc } = (await send('POST', '/api/briefings?draft=true', {
    ...{ title: 'A draft under review', slug, summary: 'What it says.', type: 'briefing' },
    body: lexicalBody({ heading: 'Damp homes' }, MEMBER_TEXT),
  })) as { doc: { id: string } }
  id = doc.id
})
test.afterAll(() => {
  close()
})

async function send(method: string, path: string, data: object): Promise<unknown> {
  const answer = await editor.request.fetch(address(path), {
    method,
    data,
    headers: { 'sec-fetch-site': 'same-origin', origin: new URL(address('/')).origin },
  })
  expect(answer.ok(), await answer.text()).toBe(true)
  return answer.json()
}

const desk = (asked: object) => send('POST', '/api/review-desk', { briefingId: id, ...asked })

test('shows staff the draft as each reader would have it, and is not there for anybody else', async () => {
  const answer = await ask(`/preview/${id}/member`)
  expect(answer.status).toBe(404)
  expect(bodyOf(answer)).not.toContain(MEMBER_TEXT)

  await editor.goto(address(`/preview/${id}/member`))
  await expect(editor.getByText(MEMBER_TEXT)).toBeVisible()
  await expect(editor.locator('meta[name="robots"]')).toHaveAttribute('content', /noindex/)
  expect(await axeFaults(editor)).toEqual([])
  await editor.getByRole('link', { name: 'a visitor would' }).click()
  await expect(editor.getByRole('heading', { name: 'What the full briefing holds' })).toBeVisible()
  await expect(editor.getByText(MEMBER_TEXT)).toHaveCount(0)
})

test('lets an outside expert read the one draft and comment without a script', async ({
  browser,
}) => {
  const { url } = (await desk({ act: 'invite', name: 'Dr Expert', days: 7 })) as { url: string }
  link = new URL(url).pathname
  const context = await browser.newContext({ javaScriptEnabled: false })
  const expert = await context.newPage()
  const answer = await expert.goto(address(link))

  expect(answer?.status()).toBe(200)
  expect(answer?.headers()['cache-control']).toContain('no-store')
  expect(answer?.headers()['referrer-policy']).toBe('no-referrer')
  await expect(expert.locator('meta[name="robots"]')).toHaveAttribute('content', /noindex/)
  await expect(expert.getByText(MEMBER_TEXT)).toBeVisible()
  await expect(expert).toHaveTitle(/^A draft to comment on/)

  await expert.getByLabel('Which part').selectOption('Damp homes')
  await expert.getByRole('textbox', { name: 'Your comment' }).fill('One in five was so in 2019.')
  await expert.getByRole('button', { name: 'Send the comment' }).click()
  await expect(expert.getByText('Thank you. Your comment has reached the officer.')).toBeVisible()
  await expect(expert.getByText('One in five was so in 2019.')).toBeVisible()
  await context.close()
})

test('has no fault of accessibility on the expert’s page, and changes nothing when it is looked at', async ({
  page,
}) => {
  await page.goto(address(link))
  expect(await axeFaults(page)).toEqual([])

  for (const method of ['GET', 'HEAD']) {
    expect((await ask(link, { method })).status).toBe(200)
    const led = await ask(`${link}/comment`, { method })
    expect([led.status, led.headers.location]).toEqual([303, link])
  }
  await page.reload()
  await expect(page.locator('#comments ol > li')).toHaveCount(1)
})

test('shows the comment at the desk, where it is settled', async () => {
  await editor.goto(address(`/admin/collections/briefings/${id}`))
  const review = editor.locator('.signpost-review').first()
  await expect(review.getByText('One in five was so in 2019.')).toBeVisible()
  await expect(review.getByText(/Dr Expert, outside reader/)).toBeVisible()
  await expect(review.getByText('It names no source. Say what its evidence is.')).toBeVisible()
  await review.getByRole('button', { name: 'Mark as settled' }).click()
  await expect(review.getByRole('heading', { name: 'Comments (0 open)' })).toBeVisible()
})

test('compares two versions as text, marked by more than colour', async () => {
  await send('PATCH', `/api/briefings/${id}?draft=true`, { title: 'A draft under careful review' })
  await editor.goto(address(`/admin/compare/${id}`))

  await expect(editor.locator('ins', { hasText: 'careful' })).toBeVisible()
  await expect(editor.getByRole('link', { name: 'Title', exact: true })).toBeVisible()
  expect(await axeFaults(editor)).toEqual([])
})

test('ends the link for good when staff end it, in clear words', async () => {
  const rows = (await (
    await editor.request.get(address(`/api/review-links?where[briefingId][equals]=${id}`), {
      headers: { 'sec-fetch-site': 'same-origin' },
    })
  ).json()) as { docs: { id: string }[] }
  await desk({ act: 'end-link', linkId: rows.docs[0]?.id })
  const answer = await ask(link)

  expect(answer.status).toBe(410)
  expect(bodyOf(answer)).toContain('This link has ended')
  expect(bodyOf(answer)).not.toContain('A draft under')
  expect((await ask(`/review/${'a'.repeat(43)}`)).status).toBe(404)
})

test('leads on from the slug a briefing had, once readers have the new one', async () => {
  const path = `/api/briefings/${id}`
  const emergencyReason = 'Only one of us is here.'
  await send('PATCH', path, { _status: 'published', emergencyReason })
  await send('PATCH', path, { _status: 'published', slug: `${slug}-new` })
  const answer = await ask(`/briefings/${slug}`)

  expect([answer.status, answer.headers.location]).toEqual([308, `/briefings/${slug}-new`])
  expect((await ask(`/briefings/${slug}-never`)).status).toBe(404)
  await send('PATCH', path, { _status: 'draft' })
  expect((await ask(`/briefings/${slug}`)).status).toBe(404)
})

test('tries a file of briefings at the desk before it is brought in', async () => {
  await editor.goto(address('/admin/import'))
  await editor.getByLabel('The file').setInputFiles({
    name: 'old.jsonl',
    mimeType: 'application/x-ndjson',
    buffer: Buffer.from('{"title":"No text"}\n'),
  })
  await editor.getByRole('button', { name: 'Try it: store nothing' }).click()
  await expect(
    editor.getByRole('heading', { name: 'Nothing was stored. This would happen' }),
  ).toBeVisible()
  await expect(editor.getByText('body is missing')).toBeVisible()
  expect(await axeFaults(editor)).toEqual([])
})
