import axe from 'axe-core'
import { HtmlValidate } from 'html-validate'
import { JSDOM } from 'jsdom'
import { beforeAll, describe, expect, it } from 'vitest'
import { TOKEN_PLACE } from '@/bulletin/bulletin-view-of'
import { composeBody, type ComposedBody } from '@/bulletin/compose'
import { BULLETIN_MAILS } from '../../support/bulletin-mails'

const hrefsOf = (html: string) =>
  [...new JSDOM(html).window.document.querySelectorAll('[href]')].map(
    (link) => link.getAttribute('href') ?? '',
  )

/** axe in the mail's own window. What needs a layout or a page around it is left to other tests. */
async function violationsOf(html: string): Promise<string[]> {
  const { window } = new JSDOM(html, { runScripts: 'outside-only' })
  window.eval(axe.source)
  const inside = (window as unknown as { axe: typeof axe }).axe
  const { violations } = await inside.run(window.document.documentElement, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  })
  window.close()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html: node }) => `${id}: ${node}`))
}

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:a11y', 'html-validate:document'],
  elements: ['html5'],
  rules: {
    'attr-quotes': 'error',
    'close-order': 'error',
    'element-permitted-content': 'error',
    'element-permitted-order': 'error',
    'element-required-attributes': 'error',
    'no-dup-attr': 'error',
    'no-dup-id': 'error',
    'no-raw-characters': 'error',
    'void-content': 'error',
  },
})

describe.each(Object.entries(BULLETIN_MAILS))('a Bulletin with %s', (_, args) => {
  let body: ComposedBody
  beforeAll(async () => {
    body = await composeBody(args)
  })

  it('can be read with a screen reader', async () => {
    expect(await violationsOf(body.html)).toEqual([])
  })

  it('is valid markup', async () => {
    const { results } = await validator.validateString(body.html)
    expect(results.flatMap(({ messages }) => messages)).toEqual([])
  })

  it('is small enough that no mail program cuts off its ways out', () => {
    expect(Buffer.byteLength(body.html)).toBeLessThanOrEqual(60_000)
    expect(body.html).toContain('Unsubscribe')
  })

  it('says in plain text every address that the HTML part leads to', () => {
    const hrefs = hrefsOf(body.html)
    expect(hrefs.length).toBeGreaterThan(4)
    for (const href of hrefs) expect(body.text).toContain(href)
  })

  it('leads to whole https addresses alone, with nothing left to be filled in', () => {
    for (const href of hrefsOf(body.html)) expect(new URL(href).protocol).toBe('https:')
    expect(hrefsOf(body.html).join()).not.toContain('{{')
  })

  it('asks for nothing when it is opened: no picture, pixel, font or frame', () => {
    const { document } = new JSDOM(body.html).window
    const fetched = 'img, link, iframe, object, embed, video, audio, script, [src], [background]'
    expect(document.querySelectorAll(fetched)).toHaveLength(0)
    expect(body.html).not.toMatch(/url\(|@import|@font-face/i)
  })

  it('tells readers’ tools its language, its direction, its title and what is layout', () => {
    const { document } = new JSDOM(body.html).window
    for (const element of [document.documentElement, document.body]) {
      expect(element.getAttribute('lang')).toBe('en-GB')
      expect(element.getAttribute('dir')).toBe('ltr')
    }
    expect(document.title).toBe('Signpost Bulletin, 27 November 2026')
    expect(document.querySelectorAll('h1')).toHaveLength(1)
    const tables = [...document.querySelectorAll('table')]
    expect(tables.map((table) => table.getAttribute('role'))).toEqual(
      tables.map(() => 'presentation'),
    )
  })

  it('tells one reader from another by the token alone, which stands in no query', () => {
    const personal = hrefsOf(body.html).filter((href) => href.includes(TOKEN_PLACE))
    expect(personal.map((href) => href.replace(TOKEN_PLACE, ''))).toEqual([
      'https://signpost.example/bulletin/preferences/',
      'https://signpost.example/bulletin/preferences/#pause',
      'https://signpost.example/bulletin/preferences/#unsubscribe',
    ])
    const queries = hrefsOf(body.html).map((href) => new URL(href).search)
    expect(queries.filter((query) => query && query !== '?q=rents')).toEqual([])
  })

  it('has a subject that says what it holds, in seventy characters at most', () => {
    expect(body.subject.length).toBeLessThanOrEqual(70)
    expect(body.subject).toMatch(args.chosen.items.length > 0 ? /\d|briefing: / : /./)
  })
})
