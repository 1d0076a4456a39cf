import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readBriefing } from '@/briefings/read-briefing'
import { RichText } from '@/components/rich-text/rich-text'
import {
  block,
  inlineBlock,
  lexicalDocument,
  link,
  list,
  listItem,
  paragraph,
  text,
} from '@/lib/lexical/make-nodes'
import type { LexicalNode } from '@/lib/lexical/nodes'
import type { Briefing } from '@/payload-types'
import { newWord } from '../../scripts/audit-leaks/marks'
import { makeReadingWorld, NOW, type ReadingWorld } from '../support/reading-world'
import { openTestPayload, type TestPayload } from '../support/test-payload'

/** docs/hostile-tests.md says what each number asks. */

let test: TestPayload
let world: ReadingWorld
beforeAll(async () => {
  test = await openTestPayload()
  world = await makeReadingWorld(test)
})
afterAll(() => test.close())

type Saving = { readonly refused: unknown } | { readonly saved: Briefing }

const isSaved = (saving: Saving): saving is { readonly saved: Briefing } => 'saved' in saving

/** A fault of another shape is none of ours, and stays as it is. */
function refusalIn(fault: unknown): unknown {
  const { status, data } = fault as { status?: number; data?: { errors?: { path: string }[] } }
  const of = new Set(data?.errors?.map(({ path }) => path.split('.')[0]))
  return status ? { status, of: [...of] } : fault
}

/** A published briefing of this text, or how it is refused. */
const saving = (...nodes: readonly LexicalNode[]): Promise<Saving> =>
  test.payload
    .create({
      collection: 'briefings',
      overrideAccess: true,
      data: {
        title: `Written ${newWord()}`,
        summary: 'A summary.',
        type: 'briefing',
        publishedAt: '2026-11-01T09:00:00.000Z',
        _status: 'published',
        body: lexicalDocument(nodes),
      } as never,
    })
    .then(
      (saved) => ({ saved }),
      (fault: unknown) => ({ refused: refusalIn(fault) }),
    )

/** The text as a member’s page shows it. */
async function shown({ slug }: Briefing): Promise<string> {
  const asked = { payload: test.payload, slug: slug ?? '', viewer: world.viewers.member, now: NOW }
  const reading = await readBriefing(asked)
  if (reading.kind !== 'full') throw new Error(`A member reads ${reading.kind}.`)
  return renderToStaticMarkup(createElement(RichText, { document: reading.briefing.body }))
}

/** No address but one of the web or of a page of ours; nothing that runs. */
function expectHarmless(html: string): void {
  const tags = [...html.matchAll(/<(\w+)((?:\s+[\w-]+(?:="[^"]*")?)*)\s*\/?>/g)]
  const names = tags.flatMap(([, tag = '', rest = '']) => [
    tag,
    ...[...rest.matchAll(/([\w-]+)(?:="[^"]*")?/g)].map(([, name = '']) => name),
  ])
  const addresses = [...html.matchAll(/\b(?:href|src|action)="([^"]*)"/g)].map(([, to]) => to)

  expect(names.filter((name) => /^(script|iframe|object|on\w+)$/i.test(name))).toEqual([])
  expect(addresses.filter((to = '') => !/^(https?:\/\/|\/(?!\/)|#|mailto:)/.test(to))).toEqual([])
}

/** Refused as wrong, not fallen over; else a page with these words in it, of which nothing runs. */
async function expectRefusedOrHarmless(found: Saving, words: string): Promise<void> {
  if (!isSaved(found)) {
    expect(found).toEqual({ refused: { status: 400, of: ['body'] } })
    return
  }
  const html = await shown(found.saved)
  expect(html).toContain(words)
  expectHarmless(html)
}

describe('what officers write', () => {
  it('H29 is taken and shown where it means no harm', async () => {
    const node = link('65f1a0c2b7d4e8f901234567', 'https://example.org/', [text('here')])
    const found = await saving(paragraph([node]))

    expect(isSaved(found) && (await shown(found.saved))).toContain(
      '<a href="https://example.org/">here</a>',
    )
  })

  it.each([
    'javascript:alert(1)',
    'JaVa\tscript:alert(1)',
    'data:text/html,<script>x()</script>',
    'vbscript:x',
    '//evil.example',
    'https://ok"onclick=',
  ])('H29 leads nobody to %s: refused, or shown without harm', async (url) => {
    const node = link('65f1a0c2b7d4e8f901234567', url, [text('here')])

    await expectRefusedOrHarmless(await saving(paragraph([node])), 'here')
  })

  it.each([
    ['a block of no known type', block('65f1a0c2b7d4e8f901234567', 'script', { code: 'x()' })],
    [
      'a block of no known type in a line',
      paragraph([inlineBlock('65f1a0c2b7d4e8f901234567', 'iframe', { src: 'javascript:x()' })]),
    ],
    [
      'a node of no known type',
      { type: 'html', version: 1, html: '<script>x()</script>', children: [text('within')] },
    ],
  ])('H29 may not make a page run anything by %s', async (_what, node) => {
    await expectRefusedOrHarmless(await saving(paragraph([text('before')]), node), 'before')
  })

  const listsWithin = (depth: number) =>
    Array.from({ length: depth }).reduce<LexicalNode>(
      (inner) => list(false, 1, [listItem(1, 0, [inner])]),
      text('deep'),
    )

  it('H29 may nest forty lists, and the page is made', async () => {
    const found = await saving(listsWithin(40))

    expect(isSaved(found) && (await shown(found.saved))).toContain('deep')
  })

  it('H29 may not nest five hundred, which a database falls over', async () => {
    expect(await saving(listsWithin(500))).toEqual({ refused: { status: 400, of: ['body'] } })
  })

  it('H29 may hold two megabytes, and the page is still made', async () => {
    const words = 'word '.repeat(400_000)

    await expectRefusedOrHarmless(await saving(paragraph([text(words)])), words)
  })
})
