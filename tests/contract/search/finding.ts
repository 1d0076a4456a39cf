import { beforeEach, expect, it } from 'vitest'
import { searchDocument, searchRequest } from '../../support/search-documents'
import type { EngineUnderTest } from '../search-engine.contract'

const housing = { slug: 'housing', name: 'Housing' }

const documents = [
  searchDocument({
    id: 'lines',
    title: 'County lines',
    summary: 'Children moved across force boundaries.',
    topics: [{ slug: 'county-lines', name: 'County lines' }],
    synonyms: ['child criminal exploitation', 'CCE'],
    passages: [
      {
        heading: 'Referral',
        anchor: 'referral',
        text: 'The national referral mechanism protects a child. Café talks help.',
      },
      { heading: 'Cuckooing', anchor: 'cuckooing', text: 'A home is taken over by a gang.' },
    ],
  }),
  searchDocument({
    id: 'levy',
    reference: 'RB-2018-031',
    title: 'The apprenticeship levy',
    summary: 'What seven years have shown about apprenticeships.',
    authors: ['Skills officer'],
    text: 'Employers pay the levy. Research & development is not covered.',
  }),
  searchDocument({
    id: 'homes',
    title: 'Housing first',
    summary: 'A home before anything else.',
    topics: [housing],
    text: 'Tenants exercised the right to buy. A referral is made by the council.',
  }),
  searchDocument({
    id: 'right',
    title: 'Who is right?',
    summary: 'The right of tenants to be heard, and to buy nothing.',
    text: 'They buy, right or wrong.',
  }),
]

/** What readers are shown for what they type. */
export function findingPromises({ engine }: EngineUnderTest): void {
  const search = (typed: string) => engine().search('members', searchRequest(typed))
  const found = async (typed: string) => (await search(typed)).hits.map(({ id }) => id)
  beforeEach(() => engine().put(documents))

  it('shows everything, newest first, where nothing is asked', async () => {
    await engine().put([searchDocument({ id: 'new', publishedAt: '2026-01-01T00:00:00.000Z' })])
    expect(await found('')).toHaveLength(5)
    expect((await found(''))[0]).toBe('new')
  })

  it('finds a word deep in the text, whatever its ending', async () => {
    expect(await found('employer')).toEqual(['levy'])
    expect(await found('mechanisms')).toEqual(['lines'])
  })

  it('finds words that stand in different parts of a briefing', async () => {
    const answer = await search('mechanism gang')
    expect(answer.hits.map(({ id }) => id)).toEqual(['lines'])
    expect(answer.notice).toBeNull()
  })

  it('puts a word in the title before the same word in the text', async () => {
    await engine().put([
      searchDocument({ id: 'deep', text: 'A word on housing and much else besides.' }),
    ])
    expect((await found('housing'))[0]).toBe('homes')
  })

  it('shows a briefing once, however many of its passages match', async () => {
    expect(await found('county')).toEqual(['lines'])
  })

  it('reads accents and capitals as plain letters', async () => {
    expect(await found('CAFE')).toEqual(['lines'])
  })

  it('finds by the beginning of a last word that is not finished', async () => {
    expect(await found('apprent')).toEqual(['levy'])
    expect(await found('apprenticeshi')).toEqual(['levy'])
  })

  it('forgives a slip in a long word and offers the right one', async () => {
    const answer = await search('aprenticeship levy')
    expect(answer.hits.map(({ id }) => id)).toEqual(['levy'])
    expect(answer.suggestion).toBe('apprenticeship levy')
  })

  it('takes a word that is held as meant', async () => {
    expect((await search('levy')).suggestion).toBeNull()
  })

  it('corrects neither short words nor numbers', async () => {
    expect(await found('cqe ')).toEqual([])
    expect((await search('20181 ')).suggestion).toBeNull()
  })

  it('finds a topic by other words for it, one or several', async () => {
    expect(await found('CCE')).toEqual(['lines'])
    expect(await found('child criminal exploitation')).toEqual(['lines'])
  })

  it('keeps a phrase to its words, their order and their endings', async () => {
    expect(await found('"right to buy"')).toEqual(['homes'])
    expect(await found('"rights to buy"')).toEqual([])
    expect(await found('“county lines”')).toEqual(['lines'])
  })

  it('leaves out briefings that hold an excluded word anywhere', async () => {
    expect(await found('referral -gang')).toEqual(['homes'])
    expect(await found('referral -"right to buy"')).toEqual(['lines'])
  })

  it('finds by reference, author and type', async () => {
    expect(await found('ref:rb-2018-031')).toEqual(['levy'])
    expect(await found('RB-2018-031')).toEqual(['levy'])
    expect(await found('author:"skills officer"')).toEqual(['levy'])
    expect(await found('levy type:update')).toEqual([])
    expect(await found('levy type:briefing')).toEqual(['levy'])
  })

  it('reads signs inside words: R&D, hyphens, a minister’s', async () => {
    expect(await found('housing-first')).toEqual(['homes'])
    expect(await found('council’s')).toEqual(['homes'])
  })

  it('shows briefings with some of the words where none has them all, and says so', async () => {
    const answer = await search('levy cuckooing')
    expect(answer.hits.map(({ id }) => id).sort()).toEqual(['levy', 'lines'])
    expect(answer.notice).toBe('showing-some-words')
  })

  it('puts a briefing with every word before those with some', async () => {
    expect((await found('referral council'))[0]).toBe('homes')
  })

  it('shows by date only what holds every word, where anything does', async () => {
    const request = searchRequest('referral council', { sort: 'newest' })
    const answer = await engine().search('members', request)
    expect(answer.hits.map(({ id }) => id)).toEqual(['homes'])
    expect(answer.notice).toBeNull()
  })

  it('marks what was found, in runs that give back the text as it stands', async () => {
    const [hit] = (await search('cuckooing gang')).hits
    expect(hit?.snippet.filter(({ mark }) => mark).map(({ text }) => text)).toEqual(['gang'])
    expect(hit?.snippet.map(({ text }) => text).join('')).toBe('A home is taken over by a gang.')
    expect(hit).toMatchObject({ anchor: '#cuckooing', heading: 'Cuckooing' })
  })

  it('answers with the summary where only the title or summary matches', async () => {
    const [hit] = (await search('boundaries')).hits
    expect(hit?.anchor).toBeNull()
    expect(hit?.snippet).toContainEqual({ text: 'boundaries', mark: true })
  })

  it('says nothing where nothing is found', async () => {
    expect(await search('zzyzx')).toMatchObject({ hits: [], total: 0, suggestion: null })
  })
}
