import { expect, type Page, test } from '@playwright/test'
import { block, lexicalDocument, paragraph, text } from '@/lib/lexical/make-nodes'
import { axeFaults, overflow } from './support/axe-faults'
import { address, staffPage } from './support/site'

const TABLE = [
  ['Place', 'Counted in 2022', 'Counted in 2023'],
  ['London', '858', '1,132'],
  ['The South East of England and the Channel coast', '439', '565'],
  ['Wales', '–', '133'],
  ['Yorkshire and The Humber', '−12,000,000', '179'],
]
const KINDS = ['bar', 'line', 'dot'] as const
/** The smallest words of the page itself. */
const SMALLEST = 12

let editor: Page
let path: string

test.beforeAll(async ({ browser }) => {
  test.setTimeout(240_000)
  editor = await staffPage(browser, 'editor')
  const table = TABLE.map((cells) => cells.join('\t')).join('\n')
  const answer = await editor.request.post(address('/api/briefings?draft=true'), {
    data: {
      ...{
        title: `Charts for every reader ${Date.now()}`,
        summary: 'What it shows.',
        type: 'briefing',
      },
      body: lexicalDocument([
        paragraph([text('Three ways to draw one table.')]),
        ...KINDS.map((kind) =>
          block(kind, 'chart', { title: `Drawn as ${kind}`, kind, unit: 'people', table }),
        ),
      ]),
    },
    headers: { 'sec-fetch-site': 'same-origin', origin: new URL(address('/')).origin },
  })
  expect(answer.status(), await answer.text()).toBe(201)
  const { doc } = (await answer.json()) as { doc: { id: string } }
  path = `/preview/${doc.id}/member`
})

/** Of each drawing: the smallest of its words, in pixels, and those that stand out of it. */
const drawings = () =>
  editor.locator('svg.chart').evaluateAll((all) =>
    all.map((svg) => {
      const box = svg.getBoundingClientRect()
      const unit = box.width / (svg as SVGSVGElement).viewBox.baseVal.width
      const words = [...svg.querySelectorAll('text')]
      const isOut = (word: Element) => {
        const { left, right, top, bottom } = word.getBoundingClientRect()
        return (
          left < box.left - 1 ||
          right > box.right + 1 ||
          top < box.top - 1 ||
          bottom > box.bottom + 1
        )
      }
      return {
        smallest: Math.min(...words.map((word) => Number(word.getAttribute('font-size')) * unit)),
        out: words.filter(isOut).map(({ textContent }) => textContent),
        fitsThePage: box.left >= 0 && box.right <= document.documentElement.clientWidth,
      }
    }),
  )

async function expectLegible(where: string): Promise<void> {
  await editor.evaluate(() => document.fonts.ready)
  const drawn = await drawings()
  expect(drawn, where).toHaveLength(KINDS.length)
  for (const { smallest, out, fitsThePage } of drawn) {
    expect(smallest, where).toBeGreaterThanOrEqual(SMALLEST)
    expect(out, where).toEqual([])
    expect(fitsThePage, where).toBe(true)
  }
}

test('can be read on the narrowest telephone and on a wide screen, and nothing scrolls sideways', async () => {
  for (const width of [320, 1280]) {
    await editor.setViewportSize({ width, height: 800 })
    await editor.goto(address(path))
    await expectLegible(`${width} pixels`)
    expect(await overflow(editor), `${width} pixels`).toBeLessThanOrEqual(0)
    expect(await axeFaults(editor)).toEqual([])
  }
})

test('can be read on paper, dark lines on white whatever the screen, with the whole table beneath', async () => {
  // A4 at 96 pixels an inch, less the margins.
  await editor.setViewportSize({ width: 700, height: 1000 })
  for (const colorScheme of ['light', 'dark'] as const) {
    await editor.emulateMedia({ media: 'print', colorScheme })
    await editor.goto(address(path))
    await expectLegible(`paper, ${colorScheme}`)
    for (const table of await editor.locator('.chart-table table').all()) {
      await expect(table).toBeVisible()
      const rows = await table.locator('tr').all()
      const cells = await Promise.all(rows.map((row) => row.locator('th, td').allTextContents()))
      expect(cells).toEqual(TABLE)
    }
    const inks = await editor
      .locator('svg.chart text, svg.chart rect, svg.chart path, svg.chart + * td')
      .evaluateAll((all) =>
        all.map((one) => {
          const { fill, stroke, color } = getComputedStyle(one)
          const ink =
            one instanceof SVGPathElement ? stroke : one instanceof SVGElement ? fill : color
          return (ink.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number)
        }),
      )
    expect(inks.length).toBeGreaterThan(20)
    for (const ink of inks) expect(Math.max(...ink), colorScheme).toBeLessThan(150)
  }
  await editor.emulateMedia({ media: null, colorScheme: null })
})
