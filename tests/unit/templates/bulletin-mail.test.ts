import { JSDOM } from 'jsdom'
import { expect, it } from 'vitest'
import { composeBody } from '@/bulletin/compose'
import { bulletinMail } from '@templates/bulletin/bulletin-mail'
import { bulletinSubject } from '@templates/bulletin/bulletin-subject'
import type { BulletinEntry, BulletinView } from '@templates/bulletin/bulletin-view'
import { BULLETIN_MAILS } from '../../support/bulletin-mails'

const siteUrl = 'https://signpost.example'

const entry = (n: number): BulletinEntry => ({
  title: `Briefing ${n} on “county lines” & Ynys Môn`,
  url: `${siteUrl}/briefings/number-${n}`,
  summary: 'What councils did, what it cost and what came of it. '.repeat(5),
  isUpdate: n % 2 === 0,
  readingMinutes: n,
  alsoIn: ['Crime', 'Young people'],
  foundBy: [],
  note: null,
  changeNote: null,
})

const viewOf = (count: number): BulletinView => ({
  date: '27 November 2026',
  subject: 'News',
  introduction: [],
  groups: [{ heading: 'Housing', entries: Array.from({ length: count }, (_, n) => entry(n + 1)) }],
  searches: [
    { name: 'Rents in Wales', url: `${siteUrl}/briefings?q=rents`, entries: [entry(200)], more: 3 },
  ],
  carried: [entry(100)],
  more: 14,
  moreFound: 2,
  coming: [],
  articles: [],
  moreArticles: 0,
  searchesUrl: `${siteUrl}/account/saved-searches`,
  topics: ['Housing', 'Crime'],
  siteUrl,
  webUrl: `${siteUrl}/bulletin/2026-11-27`,
  preferencesUrl: `${siteUrl}/bulletin/preferences/token`,
  postalAddress: '1 High Street, Anytown',
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

  expect(text).toContain('Found by your searches “Rents”, “Wales” and 2 more.')
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

it('says in both parts what editors wrote, what changed, what is coming up and what the blog has', async () => {
  const { html, text } = await composeBody(BULLETIN_MAILS['every part a mail may have']!)
  const plain = new JSDOM(html).window.document.body.textContent
  const words = [
    'Three things to read before the Budget debate.',
    'If you have four minutes, begin with the one on schools.',
    'From the editors: For those new to the subject, and for governors.',
    'What changed: New figures for the year to March, and a case study.',
    '8 December 2026: The Housing Bill is read a third time in the Lords',
    '10 December 2026: Figures on rough sleeping',
    'The far end of the line',
    'And 2 more on the blog.',
  ]
  for (const each of words) for (const part of [plain, text]) expect(part).toContain(each)
  expect(text).not.toContain('Notes from a waiting room')
})

it('keeps what changed, which is member text, out of the mail unless editors let it in', async () => {
  const args = BULLETIN_MAILS['every part a mail may have']!
  const { html, text } = await composeBody({ ...args, issue: { ...args.issue, editing: {} } })

  expect(html + text).not.toMatch(/What changed|New figures/)
  expect(text).toContain('Updated, 12 minutes’ reading.')
})

it('names no briefing twice, and says how many there is no room for', async () => {
  const { html, text } = await composeBody(BULLETIN_MAILS['eighty briefings']!)
  const links = [...html.matchAll(/href="[^"]*\/briefings\/([^"]+)"/g)].map(([, slug]) => slug)

  expect(links).toHaveLength(25)
  expect(new Set(links).size).toBe(25)
  expect(text).toContain('And 55 more on the site.')
})

it('keeps a title from right to left from turning round the words beside it', async () => {
  const { html, text, subject } = await composeBody(
    BULLETIN_MAILS['a quotation from right to left']!,
  )

  for (const part of [html, text]) {
    expect(part).toContain('\u2068What “البيت أولا” and “דיור תחילה” mean here\u2069')
    expect(part).not.toContain('\u202e')
  }
  expect(subject).toMatch(/^2 new briefings: \u2068.*\u2069$/)
})

it('tells new from updated, and closes with why, change, pause, unsubscribe, address and web version', async () => {
  const { text } = await bulletinMail(viewOf(2))
  const order = [
    'New, 1 minute’s reading. Also in Crime and Young people.',
    'Updated, 2 minutes’ reading.',
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
  [[], 'Signpost Bulletin'],
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
