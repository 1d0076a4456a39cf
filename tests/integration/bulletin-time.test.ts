import { describe, expect, inject, it } from 'vitest'
import { tickBulletin } from '@/bulletin/tick-bulletin'
import type { BulletinIssue } from '@/payload-types'
import { addReader, publishBriefing } from '../support/bulletin-world'
import { writeOldArchive } from '../support/old-archive'
import { stageForEach } from '../support/stage-for-each'

const HOUR = 60 * 60 * 1000
const DAY = 24 * HOUR

// Far ahead, so that the days on which clocks change, a leap day and a year of 53 weeks stay ahead of whoever runs this.
const at = (iso: string) => new Date(`${iso}Z`)

let now: Date
const stage = stageForEach(async () => {
  const { payload } = stage.test
  const council = await payload.create({
    collection: 'organisations',
    overrideAccess: true,
    data: {
      name: 'Farfuture Council',
      kind: 'council',
      membershipFrom: '2020-01-01',
      membershipTo: '2099-12-31',
    },
  })
  for (const name of ['ana', 'ben']) {
    await addReader(payload, name, council, [stage.world.housing])
  }
})

const tick = (schedule: string) =>
  tickBulletin({
    ...stage.test,
    ...stage,
    settings: { ...stage.test.settings, bulletinSchedule: schedule },
    now,
    clock: () => now,
  })

let published = 0
/** Something for the next issue to tell. Answers its title. */
async function publish(): Promise<string> {
  published += 1
  const title = `News number ${published} of many`
  const publishedAt = new Date(now.getTime() - HOUR).toISOString()
  await publishBriefing(stage.test.payload, {
    title,
    publishedAt,
    topics: [stage.world.housing.id],
  })
  return title
}

async function issuesSent(): Promise<string[]> {
  const { docs } = await stage.test.payload.db.find<BulletinIssue>({
    collection: 'bulletin-issues',
    where: { state: { equals: 'finished' } },
    sort: 'slotAt',
    pagination: false,
    limit: 0,
  })
  return docs.map(({ key }) => key.replace('weekly:', ''))
}

/** Ticks every `step` from one moment to another, telling something new each day. Answers what was told. */
async function live(from: string, to: string, schedule: string, step = 2 * HOUR) {
  const titles: string[] = []
  let day = ''
  for (now = at(from); now <= at(to); now = new Date(now.getTime() + step)) {
    if (day !== now.toISOString().slice(0, 10)) {
      day = now.toISOString().slice(0, 10)
      titles.push(await publish())
    }
    await tick(schedule)
  }
  return titles
}

const timesTold = (name: string, title: string) =>
  stage.sink.accepted.filter(
    ({ to, parsed }) => to.startsWith(name) && parsed.text?.includes(title),
  ).length

/** Each was told to each reader once. */
function expectToldOnce(titles: readonly string[]): void {
  for (const title of titles) {
    expect([title, timesTold('ana', title), timesTold('ben', title)]).toEqual([title, 1, 1])
  }
}

const SUNDAYS = '30 7 * * 0'
const FRIDAYS = '30 7 * * 5'

it.each([
  [
    'when the clocks go forward',
    '2044-03-19T12:00',
    '2044-03-29T00:00',
    ['2044-03-20', '2044-03-27'],
  ],
  ['when the clocks go back', '2044-10-22T12:00', '2044-11-01T00:00', ['2044-10-23', '2044-10-30']],
])('sends one issue a slot %s', async (_when, from, to, slots) => {
  const titles = await live(from, to, SUNDAYS)
  expect(await issuesSent()).toEqual(slots)
  // The last two days are the next issue's.
  expectToldOnce(titles.slice(0, 9))
})

it('keeps to half past seven in London on both sides of a change', async () => {
  now = at('2044-03-27T06:29')
  await publish()
  expect(await tick(SUNDAYS)).toEqual({ kind: 'not-due' })
  now = at('2044-03-27T06:30')
  expect(await tick(SUNDAYS)).toMatchObject({ state: 'finished' })
})

it.each([
  [
    'over the end of a year of 53 weeks',
    '2043-12-24T12:00',
    '2044-01-09T00:00',
    ['2043-12-25', '2044-01-01', '2044-01-08'],
  ],
  ['on a leap day', '2044-02-26T00:00', '2044-03-02T00:00', ['2044-02-26', '2044-02-29']],
])('sends one issue a slot %s', async (when, from, to, slots) => {
  const titles = await live(from, to, when.includes('leap') ? '30 7 * * 1,5' : FRIDAYS, 6 * HOUR)
  expect(await issuesSent()).toEqual(slots)
  expectToldOnce(titles.slice(0, -2))
})

describe('after a time in which nothing ran', () => {
  it.each([
    ['an hour', HOUR],
    ['three days', 3 * DAY],
    ['three weeks', 21 * DAY],
  ])(
    'of %s, sends the issue that was open, drops nothing and tells nothing twice',
    async (_long, downtime) => {
      const before = await live('2044-05-05T20:00', '2044-05-06T20:00', FRIDAYS)
      now = at('2044-05-13T05:00')
      const meanwhile = await publish()
      now = new Date(now.getTime() + downtime + 2 * HOUR)
      const late = await publish()
      for (let ticks = 0; ticks < 3; ticks += 1) await tick(FRIDAYS)
      expect(await issuesSent()).toEqual(['2044-05-06', '2044-05-13'])
      expectToldOnce([...before.slice(0, 1), meanwhile, late])
    },
  )

  it('sends nothing again when the clock is set back', async () => {
    now = at('2044-05-06T08:00')
    const title = await publish()
    await tick(FRIDAYS)
    now = at('2044-05-06T08:00')
    for (const back of [2 * HOUR, 0, 2 * HOUR, 0]) {
      now = new Date(at('2044-05-06T08:00').getTime() - back)
      expect(await tick(FRIDAYS)).toEqual({ kind: 'not-due' })
    }
    expect(await issuesSent()).toEqual(['2044-05-06'])
    expectToldOnce([title])
  })

  it('makes one issue a day, though the schedule is moved within the day', async () => {
    now = at('2044-05-06T08:00')
    await publish()
    await tick(FRIDAYS)
    const title = await publish()
    for (const moment of ['2044-05-06T16:30', '2044-05-06T20:00', '2044-05-13T16:00']) {
      now = at(moment)
      await tick('0 17 * * 5')
    }
    expect(await issuesSent()).toEqual(['2044-05-06', '2044-05-13'])
    expectToldOnce([title])
  })

  it('follows a schedule that is changed within the week', async () => {
    const before = await live('2044-05-05T20:00', '2044-05-07T20:00', FRIDAYS)
    const rest = await live('2044-05-08T00:00', '2044-05-20T20:00', '0 9 * * 3')
    expect(await issuesSent()).toEqual(['2044-05-06', '2044-05-13', '2044-05-18'])
    expectToldOnce([...before, ...rest.slice(0, 9)])
  })
})

/** A row takes the MongoDB of the tests as long as SQLite takes for fifty. */
const OLD_BRIEFINGS = inject('database') === 'sqlite' ? 5000 : 1000

it(
  `mails nobody an archive of ${OLD_BRIEFINGS} briefings that was there before the Bulletin`,
  { timeout: 900_000 },
  async () => {
    const { payload } = stage.test
    await payload.db.deleteMany({ collection: 'mailer-state', where: {} })
    await writeOldArchive(payload, OLD_BRIEFINGS, stage.world.housing.id)
    now = at('2044-05-05T08:00')
    await tick(FRIDAYS)
    now = at('2044-05-06T08:00')
    expect(await tick(FRIDAYS)).toMatchObject({ state: 'empty' })
    const title = await publish()
    now = at('2044-05-13T08:00')
    await tick(FRIDAYS)
    const mailed = stage.sink.accepted.filter(({ to }) => to.endsWith('@example.org'))
    expect(mailed).toHaveLength(2)
    expectToldOnce([title])
    expect(mailed[0]?.raw).not.toContain('Old ')
  },
)
