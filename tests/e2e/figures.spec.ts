import { expect, type Locator, type Page, test } from '@playwright/test'
import sharp from 'sharp'
import { block, lexicalDocument, paragraph, text } from '@/lib/lexical/make-nodes'
import { askTheSite, bodyOf } from './support/ask-the-site'
import { axeFaults, overflow } from './support/axe-faults'
import { address, signedIn, staffPage } from './support/site'

const stamp = Date.now()
const slug = `figure-${stamp}`
const ALT = 'A wall, wet to the height of a door'
const CAPTION = 'Damp comes back where air does not move.'

const { ask, close } = askTheSite()
let editor: Page
let id: string
let picture: string

test.describe.configure({ mode: 'serial' })

const own = () => ({ 'sec-fetch-site': 'same-origin', origin: new URL(address('/')).origin })

async function upload(): Promise<string> {
  const background = { r: 120, g: 150, b: 140 }
  const buffer = await sharp({ create: { width: 1300, height: 800, channels: 3, background } })
    .png()
    .toBuffer()
  const answer = await editor.request.post(address('/api/attachments'), {
    headers: own(),
    multipart: {
      _payload: JSON.stringify({ title: 'A wall' }),
      file: { name: 'wall.png', mimeType: 'image/png', buffer },
    },
  })
  expect(answer.status(), await answer.text()).toBe(201)
  return ((await answer.json()) as { doc: { id: string } }).doc.id
}

test.beforeAll(async ({ browser }) => {
  test.setTimeout(240_000)
  editor = await staffPage(browser, 'editor')
  picture = await upload()
  const answer = await editor.request.post(address('/api/briefings?draft=true'), {
    headers: own(),
    data: {
      ...{ title: 'Damp, in a picture', slug, summary: 'What it shows.', type: 'briefing' },
      body: lexicalDocument([
        paragraph([text('It looks like this.')]),
        block('f1', 'figure', {
          ...{ picture, alt: ALT, caption: CAPTION, credit: 'A. Photographer' },
          licence: 'CC BY 4.0',
        }),
      ]),
    },
  })
  expect(answer.status(), await answer.text()).toBe(201)
  id = ((await answer.json()) as { doc: { id: string } }).doc.id
})
test.afterAll(() => {
  close()
})

const isDrawn = (image: Locator) =>
  expect
    .poll(() => image.evaluate((one: HTMLImageElement) => one.complete && one.naturalWidth))
    .toBe(1300)

async function expectFigure(page: Page): Promise<void> {
  const image = page.getByRole('img', { name: ALT })
  await image.scrollIntoViewIfNeeded()
  await isDrawn(image)
  await expect(page.getByText(CAPTION)).toBeVisible()
  await expect(page.getByText('Picture: A. Photographer. CC BY 4.0')).toBeVisible()
}

test('stands in the draft for staff and for the outside expert who was asked', async ({ page }) => {
  await editor.goto(address(`/preview/${id}/member`))
  await expectFigure(editor)

  const answer = await editor.request.post(address('/api/review-desk'), {
    headers: own(),
    data: { act: 'invite', briefingId: id, name: 'Dr Expert', days: 3 },
  })
  const { url } = (await answer.json()) as { url: string }
  await page.goto(url)
  await expectFigure(page)
  expect(await axeFaults(page)).toEqual([])
})

test('stands in the briefing for a member, wide, narrow and on paper', async ({ browser }) => {
  const published = await editor.request.patch(address(`/api/briefings/${id}`), {
    headers: own(),
    data: { _status: 'published', emergencyReason: 'Only one of us is here.' },
  })
  expect(published.status(), await published.text()).toBe(200)
  const context = await signedIn(browser, 'member')
  const page = await context.newPage()
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 800 })
    await page.goto(address(`/briefings/${slug}`))
    await expectFigure(page)
    expect(await axeFaults(page), String(width)).toEqual([])
    expect(await overflow(page), String(width)).toBeLessThanOrEqual(0)
  }
  await page.emulateMedia({ media: 'print' })
  await expectFigure(page)
  await context.close()
})

test('is nothing a visitor learns of: neither its words nor its file', async () => {
  const page = await ask(`/briefings/${slug}`)
  expect(page.status).toBe(200)
  for (const secret of [ALT, CAPTION, picture]) expect(bodyOf(page)).not.toContain(secret)
  for (const path of [`/briefings/${slug}/pictures/${picture}`, `/attachments/${picture}`]) {
    expect((await ask(path)).status, path).toBe(404)
  }
  await editor.request.patch(address(`/api/briefings/${id}`), {
    headers: own(),
    data: { _status: 'draft' },
  })
})
