import { expect, type Page, test } from '@playwright/test'
import '@citation-js/plugin-bibtex'
import '@citation-js/plugin-ris'
import { plugins } from '@citation-js/core'
import { askTheSite, bodyOf } from './support/ask-the-site'
import { formIsReady, pick } from './support/desk'
import { address, signedIn, staffPage } from './support/site'
import {
  citationsIn,
  cite,
  pasteChart,
  textEditor,
  writeCaseStudy,
  writeTimeline,
  fillLastWords,
} from './support/writing'

const TITLE = 'Damp homes: what a council can do'
const AUTHOR = 'Housing Research Officer'
const SUMMARY = 'What is known of damp in rented homes, and what three studies found.'
const OUTCOME = 'Fewer tenants wrote a second time.'
const TABLE = 'Year\tHomes\n2019\t120\n2020\t90\n2021\t60'
const EVENTS = { '01/03/2024': 'The rule was made.', '01/03/2099': 'It is looked at again.' }
const FILLED_IN = [OUTCOME, '2019\\t120', 'looked at again', '12–14', '2024-03-01', '2099-03-01']
const STUDIES = {
  inspecting: 'Inspecting rented homes for damp',
  mould: 'Mould and the health of tenants',
  heating: 'Heating a home that is never dry',
}

const BIBTEX = `@techreport{inspecting, title={${STUDIES.inspecting}}, author={Ashby, Jane and Poole, Bob},
  institution={Institute of Homes}, year={2019}}`
const RIS = `TY  - RPRT
AU  - Quarrell, Cy
TI  - ${STUDIES.mould}
PY  - 2021
PB  - College of Public Health
ER  - 
`

const { ask, close } = askTheSite()
let officer: Page
let editor: Page
let [id, slug] = ['', '']

test.describe.configure({ mode: 'serial' })

test.beforeAll(async ({ browser }) => {
  test.setTimeout(240_000)
  officer = await staffPage(browser, 'officer')
  editor = await staffPage(browser, 'editor')
})
test.afterAll(async () => {
  await rest(editor, 'PATCH', `/api/briefings/${id}`, { _status: 'draft' })
  close()
})

const rest = (page: Page, method: string, path: string, data?: object) =>
  page.request.fetch(address(path), {
    method,
    ...(data ? { data } : {}),
    headers: { 'sec-fetch-site': 'same-origin', origin: new URL(address('/')).origin },
  })

async function addReferences(bring: () => Promise<void>): Promise<void> {
  await officer.goto(address('/admin/add-sources'))
  await bring()
  await officer.getByRole('button', { name: 'Show what would be added' }).click()
  await officer.getByRole('button', { name: 'Add 1', exact: true }).click()
  await expect(officer.getByText('1 source added')).toBeVisible()
}

test('an officer adds three sources: one by BibTeX, one by a file of RIS, one by hand', async () => {
  await addReferences(() => officer.getByLabel('References').fill(BIBTEX))
  await addReferences(() =>
    officer
      .getByLabel('Or choose a file')
      .setInputFiles({ name: 'mould.ris', mimeType: 'text/plain', buffer: Buffer.from(RIS) }),
  )
  await officer.goto(address('/admin/collections/sources/create'))
  await formIsReady(officer)
  await officer.locator('#field-title').fill(STUDIES.heating)
  await officer.locator('#field-publisher').fill('A borough council')
  await officer.locator('#field-year').fill('2020')
  await officer.getByRole('button', { name: 'Save', exact: true }).click()
  await officer.waitForURL(/\/sources\/[0-9a-f-]{24,}/)
})

test('writes with citations typed by the keyboard, a case study, a chart of a pasted table and a timeline', async () => {
  await officer.goto(address('/admin/collections/briefings/create'))
  await expect(officer.locator('#field-title').first()).toBeEnabled()
  await officer.locator('#field-title').first().fill(TITLE)
  await officer.locator('#field-summary').fill(SUMMARY)
  const text = await textEditor(officer)
  await text.click()
  await writeWithCitations()
  await expect(citationsIn(text)).toHaveText([
    '1 Ashby and Poole 2019',
    '2 Quarrell 2021, p. 4',
    '1 Ashby and Poole 2019, p. 12–14',
    '3 A borough council 2020',
    '2 Quarrell 2021',
  ])

  await writeCaseStudy(text, OUTCOME)
  await pasteChart(text, 'Homes found damp', TABLE)
  await writeTimeline(text, 'Duties of landlords', EVENTS)
  await pick(officer.locator('#field-topics'), 'Housing')
  await saveDraft()
})

async function writeWithCitations(): Promise<void> {
  const text = await textEditor(officer)
  const { keyboard } = officer
  await keyboard.type('Damp is found where it is looked for ')
  await cite(text, { typed: 'inspecting damp', title: STUDIES.inspecting })
  await keyboard.type(', and it harms ')
  await cite(text, { typed: 'quarrell 202, p. 4', title: STUDIES.mould, by: 'Tab' })
  await keyboard.type('.')
  await keyboard.press('Enter')
  await keyboard.type('## What was done')
  await keyboard.press('Enter')
  await keyboard.type('Councils looked again ')
  await cite(text, { typed: 'poole pp. 12-14', title: STUDIES.inspecting })
  await keyboard.type(' and heated ')
  await cite(text, { typed: 'borough 2020', title: STUDIES.heating })
  await keyboard.type(', which helped ')
  await cite(text, { typed: 'public health', title: STUDIES.mould })
  await keyboard.type('.')
  await keyboard.press('Enter')
  await expect(text).toContainText('which helped')
}

/** The editor takes over a block's fields a moment after they are filled: whoever saves at once, saves them again. */
async function saveDraft(): Promise<void> {
  const isKept = async () => {
    const kept = await (await rest(officer, 'GET', `/api/briefings/${id}?draft=true`)).text()
    return FILLED_IN.every((words) => kept.includes(words))
  }
  await officer.getByRole('button', { name: 'Save Draft' }).click()
  await officer.waitForURL(/\/briefings\/[0-9a-f-]{24,}/)
  id = new URL(officer.url()).pathname.split('/').at(-1) ?? ''
  await expect(async () => {
    if (await isKept()) return
    await fillLastWords(officer, TABLE, EVENTS)
    await officer.getByRole('button', { name: 'Save Draft' }).click()
    expect(await isKept()).toBe(true)
  }).toPass({ intervals: [1000], timeout: 45_000 })
}

test('submits it, and cannot publish it: there is no button, and REST refuses', async () => {
  await officer.reload()
  await expect(officer.getByRole('button', { name: 'Publish changes' })).toHaveCount(0)
  await officer.getByRole('button', { name: 'Submit for review' }).click()
  await expect(officer.locator('.signpost-review').first()).toContainText('In review')

  const published = { _status: 'published', publishedAt: '2020-01-01T00:00:00.000Z' }
  const refused = await rest(officer, 'PATCH', `/api/briefings/${id}`, published)
  expect(refused.status(), await refused.text()).toBe(403)
  await rest(officer, 'PATCH', `/api/briefings?where[id][equals]=${id}`, published)
  const stored = (await (await rest(officer, 'GET', `/api/briefings/${id}`)).json()) as {
    _status: string
    slug: string
  }
  expect(stored._status).toBe('draft')
  slug = stored.slug
  expect((await ask(`/briefings/${slug}`)).status).toBe(404)
})

test('a reviewer comments, approves and publishes it', async () => {
  await editor.goto(address(`/admin/collections/briefings/${id}`))
  const review = editor.locator('.signpost-review').first()
  await expect(citationsIn(await textEditor(editor)).nth(2)).toHaveText(
    '1 Ashby and Poole 2019, p. 12–14',
  )
  await review.getByLabel('Which part').selectOption('What was done')
  await review.getByRole('textbox', { name: 'Your comment' }).fill('Say how many councils.')
  await review.getByRole('button', { name: 'Add the comment' }).click()
  await expect(review.getByRole('heading', { name: 'Comments (1 open)' })).toBeVisible()
  await review.getByRole('button', { name: 'Approve', exact: true }).click()
  await expect(review).toContainText('Approved')

  await editor.getByRole('button', { name: 'Publish changes' }).click()
  // Without the page being loaded again.
  await expect(review.getByRole('status')).toHaveText('Published')
})

test('a member reads it with its citations numbered, its sources listed once each, and its blocks', async ({
  browser,
}) => {
  const context = await signedIn(browser, 'member')
  const member = await context.newPage()
  await member.goto(address(`/briefings/${slug}`))
  await expect(member.getByRole('heading', { level: 1, name: TITLE })).toBeVisible()
  const marks = member.locator('sup.citation > a')
  await expect(marks).toHaveText(['1', '2', '1', '3', '2'])
  await expect(marks.nth(2)).toHaveAttribute('aria-label', 'Source 1, page 12–14')
  for (const [index, reference] of [
    `Ashby, J. and Poole, B. (2019) ${STUDIES.inspecting}. Institute of Homes.`,
    `Quarrell, C. (2021) ${STUDIES.mould}. College of Public Health.`,
    `A borough council (2020) ${STUDIES.heating}.`,
  ].entries()) {
    await expect(member.locator(`#source-${index + 1}`)).toContainText(reference)
  }
  await expect(member.locator('#source-4')).toHaveCount(0)

  await expect(member.getByLabel('Case study: A council that wrote first')).toContainText(OUTCOME)
  const chart = member.locator('figure', { hasText: 'Homes found damp' })
  await expect(chart.locator('svg [data-chart="mark"]')).toHaveCount(3)
  await expect(chart.locator('table')).toContainText('120')
  const timeline = member.getByRole('region', { name: 'Duties of landlords' })
  await expect(timeline.locator('time')).toHaveText(['1 March 2024', '1 March 2099'])
  await expect(timeline).toContainText('Coming up')
  await context.close()
})

const FILES = [
  { ending: 'ris', type: '@ris/file' },
  { ending: 'bib', type: '@bibtex/text' },
  { ending: 'csl.json', type: '@else/json' },
]

test('anyone takes its citation along, and a citation library reads the record back from each file', async () => {
  const teaser = bodyOf(await ask(`/briefings/${slug}`))
  expect(teaser).not.toContain(OUTCOME)
  const { reference, publishedAt } = (await (
    await rest(officer, 'GET', `/api/briefings/${id}?depth=0`)
  ).json()) as { reference: string; publishedAt: string }
  const [year, month, day] = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' })
    .format(new Date(publishedAt))
    .split('-')
    .map(Number)
  for (const { ending, type } of FILES) {
    const file = bodyOf(await ask(`/briefings/${slug}.${ending}`))
    const read = plugins.input.chain(file, { forceType: type, generateGraph: false })
    expect(read, ending).toHaveLength(1)
    expect(read[0], ending).toMatchObject({
      type: 'report',
      title: TITLE,
      issued: { 'date-parts': [[year, month, day]] },
      publisher: 'Signpost',
      number: reference,
      URL: address(`/briefings/${slug}`),
    })
    const { author } = read[0] as { author: { literal?: string; family?: string }[] }
    expect(author.map(({ literal, family }) => literal ?? family)).toEqual([AUTHOR])
  }
})
