import { expect, type Page, test } from '@playwright/test'
import { inlineBlock, lexicalDocument, paragraph, text } from '@/lib/lexical/make-nodes'
import { axeFaults, axeFaultsWithin, overflow } from './support/axe-faults'
import { address, staffPage } from './support/site'

const stamp = Date.now()
const TITLE = `Homes counted ${stamp}`

const BIBTEX = `@report{a${stamp}, title={${TITLE}}, author={Smith, Jane}, year={2020}, url={https://example.org/${stamp}}}
@report{b${stamp}, title={Another view of ${stamp}}, year={2021}}
@article{bad, title={Never closed`

const NARROW = { width: 320, height: 700 }
const WIDE = { width: 1280, height: 900 }

let editor: Page

test.describe.configure({ mode: 'serial' })

test.beforeAll(async ({ browser }) => {
  test.setTimeout(240_000)
  editor = await staffPage(browser, 'editor')
})

async function send(path: string, data: object): Promise<string> {
  const answer = await editor.request.post(address(path), {
    data,
    headers: { 'sec-fetch-site': 'same-origin', origin: new URL(address('/')).origin },
  })
  expect(answer.ok(), await answer.text()).toBe(true)
  return ((await answer.json()) as { doc: { id: string } }).doc.id
}

async function expectNoFaults(where: string): Promise<void> {
  for (const size of [WIDE, NARROW]) {
    await editor.setViewportSize(size)
    expect(await axeFaults(editor), `${where}, ${size.width}`).toEqual([])
    expect(await overflow(editor), `${where}, ${size.width}`).toBeLessThanOrEqual(0)
  }
  await editor.setViewportSize(WIDE)
}

test('adds sources by keyboard: what is there already is offered, what cannot be read is named', async () => {
  await editor.goto(address('/admin/add-sources'))
  const references = editor.getByRole('textbox', { name: 'References' })
  await expect(references).toBeVisible()
  await expect(editor.getByRole('button', { name: 'Show what would be added' })).toBeDisabled()
  await expectNoFaults('nothing pasted')

  await references.fill(BIBTEX)
  await references.press('Tab')
  await editor.keyboard.press('Tab')
  await expect(editor.getByRole('button', { name: 'Show what would be added' })).toBeFocused()
  await editor.keyboard.press('Enter')
  await expect(editor.getByRole('heading', { name: 'What would be added' })).toBeVisible()
  await expect(editor.getByText('To be mended by you:')).toBeVisible()
  await expectNoFaults('planned')

  await editor.getByRole('button', { name: 'Add 2', exact: true }).click()
  await expect(editor.getByRole('status').getByText('2 sources added')).toBeVisible()
  await references.fill(BIBTEX)
  await editor.getByRole('button', { name: 'Show what would be added' }).click()
  await expect(editor.getByText('Perhaps we have it already').first()).toBeVisible()
  await expect(editor.getByRole('button', { name: 'Nothing to add' })).toBeDisabled()
  await expectNoFaults('what we have')
})

test('says why a file is not taken, where a screen reader hears it', async () => {
  await editor.goto(address('/admin/add-sources'))
  await editor.getByLabel('Or choose a file').setInputFiles({
    name: 'all.bib',
    mimeType: 'text/plain',
    buffer: Buffer.alloc(1_600_000, 'a'),
  })
  await expect(
    editor.locator('.signpost-sources [role="alert"]', { hasText: 'That file is too large' }),
  ).toBeVisible()
})

test('shows on a source’s page where it is cited and what is probably the same, and merges on a second word', async () => {
  const like = `${TITLE}, in full`
  const doi = `10.1000/${stamp}`
  const source = await send('/api/sources', { title: like, type: 'research', doi })
  await send('/api/sources', { title: `${like} again`, type: 'research', doi })
  await send('/api/briefings?draft=true', {
    ...{ title: `Cites it ${stamp}`, summary: 'So.', type: 'briefing', sources: [source] },
    body: lexicalDocument([
      paragraph([
        text('One in five had none'),
        inlineBlock('c1', 'citation', { source }),
        text('.'),
      ]),
    ]),
  })
  await editor.goto(address(`/admin/collections/sources/${source}`))
  const cited = editor.locator('.signpost-cited')
  await expect(cited.getByText('One in five had none')).toBeVisible()
  await cited.getByRole('button', { name: 'Merge it into this one' }).click()
  await expect(cited.getByText('It cannot be undone.')).toBeVisible()
  expect(await axeFaultsWithin(editor, '.signpost-cited')).toEqual([])
  await editor.setViewportSize(NARROW)
  expect(await axeFaultsWithin(editor, '.signpost-cited')).toEqual([])
  await editor.setViewportSize(WIDE)
  await cited.getByRole('button', { name: 'Merge the two' }).click()
  await expect(cited.getByRole('heading', { name: 'Perhaps the same source' })).toHaveCount(0)
})

test('has no fault axe knows of in any other part of ours at the desk, wide or narrow', async () => {
  const parts = [
    ['/admin', '.signpost-desk'],
    ['/admin/collections/sources', '.signpost-sources__way'],
    ['/admin/collections/evidence-tasks', '.signpost-sources__way'],
  ] as const
  for (const [path, selector] of parts) {
    for (const size of [WIDE, NARROW]) {
      await editor.setViewportSize(size)
      await editor.goto(address(path))
      await expect(editor.locator(selector).first()).toBeVisible()
      expect(await axeFaultsWithin(editor, selector), `${path}, ${size.width}`).toEqual([])
    }
  }
  await editor.setViewportSize(WIDE)
})

test('has none on the report of searches and of the leak audit', async ({ browser }) => {
  await editor.goto(address('/admin/searches'))
  await expect(editor.getByRole('heading', { level: 1, name: 'Searches' })).toBeVisible()
  await expectNoFaults('searches')
  const administrator = await staffPage(browser, 'administrator')
  for (const size of [WIDE, NARROW]) {
    await administrator.setViewportSize(size)
    await administrator.goto(address('/admin/leak-audit'))
    await expect(administrator.getByRole('heading', { level: 1 })).toHaveText('Leak audit')
    expect(await axeFaults(administrator)).toEqual([])
    expect(await overflow(administrator)).toBeLessThanOrEqual(0)
  }
  await administrator.context().close()
})

test('has none beside the text of a briefing, where the checks and the comments stand', async () => {
  const id = await send('/api/briefings?draft=true', {
    ...{ title: `Checked ${stamp}`, summary: 'So.', type: 'briefing' },
    body: lexicalDocument([paragraph([text('Some words.')])]),
  })
  await editor.goto(address(`/admin/collections/briefings/${id}`))
  await expect(editor.locator('.signpost-review').first()).toBeVisible()
  expect(await axeFaultsWithin(editor, '.signpost-review')).toEqual([])
  await editor.setViewportSize(NARROW)
  expect(await axeFaultsWithin(editor, '.signpost-review')).toEqual([])
  await editor.setViewportSize(WIDE)
})
