import { expect, it } from 'vitest'
import type { FindsAmong } from '@/bulletin/issue-news'
import { previewMail } from '@/bulletin/preview-mail'
import { runIssue } from '@/bulletin/run-issue'
import type { Briefing, Member } from '@/payload-types'
import { deleteSearch, keepSearch, pauseSearch, renameSearch } from '@/reading/saved-searches'
import { indexPublished } from '@/search/index-published'
import { SearchUnavailable } from '@/search/search-engine'
import { clock, ledger, openedIssue, sendIssueNow } from '../support/bulletin-stage'
import { addReader, publishBriefing } from '../support/bulletin-world'
import { lexicalBody } from '../support/lexical'
import { stageForEach } from '../support/stage-for-each'

const HOUR = 60 * 60 * 1000

let ana: Member
const stage = stageForEach(async () => {
  ana = await addReader(stage.test.payload, 'ana', stage.world.council, [stage.world.crime])
})

const own = (member: Member) => ({ payload: stage.test.payload, memberId: member.id })

async function keep(member: Member, parameters: string, name: string, now = clock()) {
  const answer = await keepSearch({ ...own(member), parameters, name, now })
  if (answer.kind === 'faulty') throw new Error(answer.fault)
  return answer.search
}

/** On housing, which Ana did not choose, so that her searches alone can bring it. */
const publish = (title: string, data: Partial<Briefing> = {}) =>
  publishBriefing(stage.test.payload, { title, topics: [stage.world.housing.id], ...data })

async function send(): Promise<readonly string[]> {
  const { payload } = stage.test
  await indexPublished({ payload, engine: stage.engine, now: clock() })
  stage.sink.accepted.length = 0
  await sendIssueNow(stage)
  return stage.sink.accepted.map(({ parsed }) => parsed.text ?? '')
}

const times = (text: string, words: string) => text.split(words).length - 1

it('tells a member what their search finds, under its name, though it is on no topic of theirs', async () => {
  await keep(ana, 'q=rents', 'Rents everywhere')
  const found = await publish('Rents rising')
  await publish('Allotments')
  const [text = ''] = await send()

  expect(text).toContain('From your saved searches')
  expect(text).toContain('“Rents everywhere”')
  expect(times(text, `/briefings/${found.slug ?? ''}`)).toBe(1)
  expect(text).not.toContain('Allotments')
  expect(stage.sink.accepted[0]?.parsed.subject).toBe('New briefing: Rents rising')
})

it('finds by the whole text, and shows of it the public part alone', async () => {
  await keep(ana, 'q=wheelwrights', 'Old trades')
  await publish('A title of no account', {
    body: lexicalBody('Of wheelwrights nothing is said in public.'),
  })
  const [text = ''] = await send()

  expect(text).toContain('A title of no account')
  expect(stage.sink.accepted[0]?.raw).not.toMatch(/wheelwright/i)
})

it('tells nobody of the same edition twice, by topic or by search, and of the next edition once', async () => {
  await keep(ana, 'q=rents', 'Rents')
  const briefing = await publish('Rents rising')
  expect(await send()).toHaveLength(1)
  await publish('Crime in passing', { topics: [stage.world.crime.id] })
  const [second = ''] = await send()
  expect(second).toContain('Crime in passing')
  expect(second).not.toContain('Rents rising')

  await stage.test.payload.update({
    collection: 'briefings',
    id: briefing.id,
    overrideAccess: true,
    data: { updateKind: 'substantial', changeNote: 'New figures', _status: 'published' },
  })
  const [third = ''] = await send()
  expect(times(third, `/briefings/${briefing.slug ?? ''}`)).toBe(1)
  expect(third).toContain('Updated')
  await publish('More crime', { topics: [stage.world.crime.id] })
  expect((await send())[0]).not.toContain('Rents rising')
})

it('names a briefing once, where topics and two searches bring it', async () => {
  await keep(ana, 'q=rents', 'Rents')
  await keep(ana, 'q=rising', 'What rises')
  const onTopic = await publish('Rents rising', { topics: [stage.world.crime.id] })
  const offTopic = await publish('Rents rising elsewhere')
  const [text = ''] = await send()

  for (const { slug } of [onTopic, offTopic]) {
    expect(text.match(new RegExp(`/briefings/${slug ?? ''}$`, 'gm'))).toHaveLength(1)
  }
  expect(text).toContain('Found by your searches “Rents” and “What rises”.')
  expect(stage.sink.accepted[0]?.parsed.subject).toMatch(/^2 new briefings/)
})

it('shows five finds of a search, and leads to the rest', async () => {
  await keep(ana, 'q=rents&topic=housing', 'Rents & homes')
  for (let n = 1; n <= 7; n += 1) await publish(`Rents in town ${n}`)
  const [text = ''] = await send()

  expect(text.match(/^Rents in town \d$/gm)).toHaveLength(5)
  expect(text).toContain('And 2 more found by “Rents & homes”.')
  expect(text).toContain('/briefings?q=rents&topic=housing&sort=newest')
  await publish('Crime in passing', { topics: [stage.world.crime.id] })
  expect((await send())[0]).not.toContain('Rents in town')
})

it('takes as new what could not be read as it stands when the search was kept', async () => {
  const { updatedAt } = await publish('Rents of old')
  await keep(ana, 'q=rents', 'Rents', new Date(updatedAt))
  await publish('Rents dated back', { publishedAt: '2026-01-05T09:00:00.000Z' })
  const [text = ''] = await send()

  expect(text).toContain('Rents dated back')
  expect(text).not.toContain('Rents of old')
})

it('stops with a pause and with a deletion, and goes on under another name', async () => {
  const paused = await keep(ana, 'q=rents', 'Rents')
  const deleted = await keep(ana, 'q=tenants', 'Tenants')
  const renamed = await keep(ana, 'q=landlords', 'Landlords')
  await pauseSearch({ ...own(ana), id: paused.id })
  await deleteSearch({ ...own(ana), id: deleted.id })
  await renameSearch({ ...own(ana), id: renamed.id, name: 'Who lets' })
  await publish('Rents rising')
  await publish('Tenants together')
  await publish('Landlords licensed')
  const [text = ''] = await send()

  expect(text).toContain('“Who lets”')
  expect(text).toContain('Landlords licensed')
  expect(text).not.toMatch(/Rents rising|Tenants together/)
})

it('keeps a search from everybody else’s mail, and sends none to the lapsed', async () => {
  const { payload } = stage.test
  const { council, lapsedCouncil, crime } = stage.world
  await addReader(payload, 'ben', council, [crime])
  const fay = await addReader(payload, 'fay', lapsedCouncil, [crime])
  await keep(ana, 'q=rents', 'Private to Ana')
  await keep(fay, 'q=rents', 'Private to Fay')
  await publish('Rents rising')
  await publish('Crime in passing', { topics: [crime.id] })
  await send()
  const textTo = (name: string) =>
    stage.sink.accepted.find(({ to }) => to.startsWith(name))?.parsed.text ?? ''

  expect(textTo('ana')).toContain('Private to Ana')
  expect(textTo('ben')).toContain('Crime in passing')
  expect(textTo('ben')).not.toMatch(/Private to|Rents rising/)
  expect(await ledger(stage)).toMatchObject({ fay: 'skipped: membership lapsed' })
})

it('passes over drafts, what is dated later, and what holds some words only', async () => {
  await keep(ana, 'q=rents+rising', 'Rents')
  await publish('Rents rising in draft', { _status: 'draft' })
  await publish('Rents rising later', { publishedAt: new Date(Date.now() + HOUR).toISOString() })
  await publish('Rents falling')
  await publish('Crime in passing', { topics: [stage.world.crime.id] })
  const [text = ''] = await send()

  expect(text).toContain('Crime in passing')
  expect(text).not.toContain('Rents')
})

it('tells with the next issue what the index did not hold yet', async () => {
  await keep(ana, 'q=rents', 'Rents')
  await publish('Rents rising')
  stage.sink.accepted.length = 0
  await sendIssueNow(stage)
  expect(stage.sink.accepted).toHaveLength(0)

  await publish('Crime in passing', { topics: [stage.world.crime.id] })
  expect((await send())[0]).toContain('Rents rising')
})

it('never names what was withdrawn after an earlier issue took it up', async () => {
  await keep(ana, 'q=rents', 'Rents')
  const withdrawn = await publish('Rents rising')
  await sendIssueNow(stage)
  const { payload } = stage.test
  await indexPublished({ payload, engine: stage.engine, now: clock() })
  await payload.update({
    collection: 'briefings',
    id: withdrawn.id,
    overrideAccess: true,
    data: { _status: 'draft' },
  })
  await publish('Crime in passing', { topics: [stage.world.crime.id] })
  await sendIssueNow(stage)
  const text = stage.sink.accepted[0]?.parsed.text

  expect(text).toContain('Crime in passing')
  expect(text).not.toContain('Rents rising')
})

it('waits half an hour for a search that does not answer, then goes without and makes good later', async () => {
  await keep(ana, 'q=rents', 'Rents')
  await publish('Rents rising')
  await publish('Crime in passing', { topics: [stage.world.crime.id] })
  const { key } = await openedIssue(stage)
  const silent: FindsAmong = () =>
    Promise.resolve(() => Promise.reject(new SearchUnavailable('No answer')))
  const start = Date.now()
  const run = (afterMs: number) =>
    runIssue({
      ...stage.test,
      ...{ mailer: stage.mailer, findsAmong: silent, issueKey: key },
      clock: () => new Date(start + afterMs),
    })

  await expect(run(0)).rejects.toThrow(SearchUnavailable)
  await expect(run(HOUR / 3)).rejects.toThrow(SearchUnavailable)
  expect(stage.sink.accepted).toHaveLength(0)
  expect(await run(HOUR / 2)).toMatchObject({ state: 'finished' })
  expect(stage.sink.accepted[0]?.parsed.text).toContain('Crime in passing')
  expect(stage.sink.accepted[0]?.parsed.text).not.toContain('Rents rising')

  await publish('Crime again', { topics: [stage.world.crime.id] })
  expect((await send())[0]).toContain('Rents rising')
})

it('shows in the preview what the mail will hold', async () => {
  await keep(ana, 'q=rents', 'Rents')
  await publish('Rents rising')
  const { engine, findsAmong, test } = stage
  const now = clock()
  await indexPublished({ payload: test.payload, engine, now })
  const found = await previewMail({ ...test, findsAmong, address: ana.email, now })

  expect(found).toMatchObject({ kind: 'mail' })
  expect(found.kind === 'mail' && found.mail.text).toContain('“Rents”')
})
