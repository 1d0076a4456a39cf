import { expect, it } from 'vitest'
import { bulletinMail } from '@templates/bulletin/bulletin-mail'
import { bulletinSubject } from '@templates/bulletin/bulletin-subject'
import type { BulletinEntry, BulletinView } from '@templates/bulletin/bulletin-view'

const siteUrl = 'https://signpost.example'

const entry = (n: number): BulletinEntry => ({
  title: `Briefing ${n} on “county lines” & Ynys Môn`,
  url: `${siteUrl}/briefings/number-${n}`,
  summary: 'What councils did, what it cost and what came of it. '.repeat(5),
  isUpdate: n % 2 === 0,
  readingMinutes: n,
  alsoIn: ['Crime', 'Young people'],
  foundBy: [],
})

const viewOf = (count: number): BulletinView => ({
  date: '27 November 2026',
  subject: 'News',
  groups: [{ heading: 'Housing', entries: Array.from({ length: count }, (_, n) => entry(n + 1)) }],
  searches: [
    { name: 'Rents in Wales', url: `${siteUrl}/briefings?q=rents`, entries: [entry(200)], more: 3 },
  ],
  carried: [entry(100)],
  more: 14,
  moreFound: 2,
  searchesUrl: `${siteUrl}/account/saved-searches`,
  topics: ['Housing', 'Crime'],
  siteUrl,
  webUrl: `${siteUrl}/bulletin/2026-11-27`,
  preferencesUrl: `${siteUrl}/bulletin/preferences/token`,
  postalAddress: '1 High Street, Anytown',
})

const linksOf = (html: string) =>
  [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href ?? '')

it('says in plain text every address that the HTML part has', async () => {
  const { html, text } = await bulletinMail(viewOf(3))

  expect(linksOf(html).length).toBeGreaterThan(8)
  for (const link of linksOf(html)) expect(text).toContain(link)
})

it('leads to absolute https addresses alone, and runs no script', async () => {
  const { html } = await bulletinMail(viewOf(3))

  for (const link of linksOf(html)) expect(link).toMatch(/^https:\/\/signpost\.example/)
  expect(html).not.toMatch(/<script|<img|{{/i)
})

it('stays under 60 KB with 25 briefings, so that no mail program cuts off its footer', async () => {
  const { html } = await bulletinMail(viewOf(25))

  expect(Buffer.byteLength(html)).toBeLessThan(60_000)
  expect(html).toContain('And 14 more on the site.')
})

it('tells readers’ tools its language, its direction and that its tables are layout', async () => {
  const { html } = await bulletinMail(viewOf(1))

  expect(html).toMatch(
    /<html[^>]* lang="en-GB"[^>]* dir="ltr"|<html[^>]* dir="ltr"[^>]* lang="en-GB"/,
  )
  expect(html).toMatch(/<body[^>]*lang="en-GB"/)
  expect(html.match(/<table/g)).toHaveLength(html.match(/<table role="presentation"/g)?.length ?? 0)
  expect(html).toMatch(/<title>Signpost Bulletin, 27 November 2026<\/title>/)
  expect(html.match(/<h1/g)).toHaveLength(1)
})

it('names the saved search that brought a briefing, and leads to the rest of what it found', async () => {
  const view = viewOf(1)
  const { html, text } = await bulletinMail(view)

  for (const part of [html, text]) {
    expect(part).toContain('From your saved searches')
    expect(part).toContain('“Rents in Wales”')
    expect(part).toContain('Briefing 200 on')
    expect(part).toContain('And 3 more found by “Rents in Wales”.')
    expect(part).toContain('And 2 more found by your other searches.')
  }
})

it('says of a briefing on a topic which saved searches find it, and keeps the line short', async () => {
  const view = viewOf(1)
  const found = { ...entry(1), foundBy: ['Rents', 'Wales', 'Young people', 'Crime'] }
  const groups = [{ heading: 'Housing', entries: [found] }]
  const { text } = await bulletinMail({ ...view, groups })

  expect(text).toContain('found by your searches “Rents”, “Wales” and 2 more')
})

it('says nothing of saved searches to those who have none', async () => {
  const { html, text } = await bulletinMail({ ...viewOf(1), searches: [], moreFound: 0 })

  expect(html + text).not.toMatch(/saved searches/)
})

it('shows markup in a title as text', async () => {
  const view = viewOf(1)
  const bad = { ...entry(1), title: '<script>alert(1)</script>' }
  const { html } = await bulletinMail({ ...view, groups: [{ heading: 'Housing', entries: [bad] }] })

  expect(html).not.toContain('<script>')
  expect(html).toContain('&lt;script&gt;')
})

it('tells new from updated, and closes with why, change, pause, unsubscribe, address and web version', async () => {
  const { text } = await bulletinMail(viewOf(2))
  const order = [
    'New · 1 minute’s reading · also in Crime, Young people',
    'Updated · 2 minutes’ reading',
    'You get this because you asked for news on Housing and Crime.',
    'Change topics',
    'Pause',
    'Unsubscribe',
    '1 High Street',
    'Read it on the site',
  ].map((words) => text.indexOf(words))

  expect(order).not.toContain(-1)
  expect(order).toEqual([...order].sort((a, b) => a - b))
})

it.each([
  [[{ title: 'County lines', isUpdate: false }], 'New briefing: County lines'],
  [[{ title: 'County lines', isUpdate: true }], 'Updated briefing: County lines'],
  [
    [
      { title: 'County lines', isUpdate: false },
      { title: 'Rents', isUpdate: true },
    ],
    '1 new, 1 updated: County lines, Rents',
  ],
])('says in its subject what it holds', (entries, subject) => {
  expect(bulletinSubject(entries)).toBe(subject)
})

it('keeps its subject to 70 characters and cuts between words', () => {
  const title = 'Delivering solutions to tackle homelessness across the nations'
  const subject = bulletinSubject([
    { title, isUpdate: false },
    { title, isUpdate: false },
  ])

  expect(subject.length).toBeLessThanOrEqual(70)
  expect(subject).toMatch(/^2 new briefings: Delivering .*\w…$/)
})
