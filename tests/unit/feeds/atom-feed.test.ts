import { expect, it } from 'vitest'
import { atomFeed } from '@templates/feeds/atom-feed'

const entry = {
  title: 'Homes & gardens <today>',
  summary: 'What is known.',
  url: 'https://signpost.example/briefings/homes',
  authors: ['Housing Research Officer'],
  topics: ['Housing'],
  publishedAt: '2026-11-01T09:00:00.000Z',
  updatedAt: '2026-11-10T09:00:00.000Z',
}

const feed = (entries: readonly (typeof entry)[]) =>
  atomFeed({
    title: 'Signpost briefings',
    description: 'New.',
    pageUrl: 'https://signpost.example/briefings',
    feedUrl: 'https://signpost.example/feeds/briefings.xml',
    entries,
  })

it('dates a feed by its newest entry, so that readers fetch only what is new', () => {
  const older = { ...entry, url: `${entry.url}-2`, updatedAt: '2026-01-01T09:00:00.000Z' }

  expect(feed([older, entry])).toContain('<updated>2026-11-10T09:00:00.000Z</updated>')
  expect(feed([entry])).toBe(feed([entry]))
})

it('keeps a title’s marks from being read as markup', () => {
  expect(feed([entry])).toContain('<![CDATA[Homes &amp; gardens &lt;today>]]>')
})

it('is a feed even when nothing has been published', () => {
  expect(feed([])).toContain('<title>Signpost briefings</title>')
})
