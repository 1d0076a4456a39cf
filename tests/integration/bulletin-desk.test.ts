import { describe, expect, it } from 'vitest'
import { memberViewer, type Viewer, visitor } from '@/access/viewer'
import { answerDesk } from '@/app/bulletin-desk'
import { viewerFrom } from '@/app/viewer-from'
import { payloadDeliveryStore } from '@/bulletin/adapters/payload-delivery-store'
import { comingItems } from '@/bulletin/coming-items'
import { uncertainOf } from '@/bulletin/issue-failures'
import { readEditing } from '@/bulletin/issue-editing'
import { issueByKey } from '@/bulletin/issues'
import { decisionsOf } from '@/bulletin/steer-issue'
import { makePeople, type People, type Who } from '../support/access-table/people'
import {
  addSevenReaders,
  clock,
  memberIdOf,
  openedIssue,
  sendIssueNow,
} from '../support/bulletin-stage'
import { publishBriefing } from '../support/bulletin-world'
import { stageForEach } from '../support/stage-for-each'

let people: People
const stage = stageForEach(async () => {
  people = await makePeople(stage.test)
})

async function viewerOf(who: Who): Promise<Viewer> {
  const person = people[who]
  if (person.door === 'local') return memberViewer(person.user, clock())
  if (person.id === null) return visitor
  const headers = new Headers(person.headers)
  return viewerFrom({ payload: stage.test.payload, headers, isLoopback: true, now: clock() })
}

type Pressed = Record<string, string>

async function press(who: Who, fields: Pressed, headers: Record<string, string> = {}) {
  const { payload, settings } = stage.test
  const request = new Request(`${settings.siteUrl}/api/bulletin-desk`, {
    method: 'POST',
    headers: { Origin: settings.siteUrl, ...headers },
    body: new URLSearchParams({ issue: (await openedIssue(stage)).key, ...fields }),
  })
  const { mailer, findsAmong } = stage
  const viewer = await viewerOf(who)
  return answerDesk(request, { payload, settings, mailer, findsAmong, viewer, now: clock() })
}

/** Where an editor is led by what they pressed. */
const led = async (fields: Pressed, who: Who = 'editor') => {
  const answer = await press(who, fields)
  return `${answer.status} ${answer.headers.get('location') ?? ''}`
}

describe('steering from the desk', () => {
  const ACTS: Pressed[] = [
    { do: 'edit', introduction: 'Hello' },
    { do: 'approve' },
    { do: 'pause', why: 'to look' },
    { do: 'cancel', why: 'not this week' },
    { do: 'test', to: 'editor@signpost.example' },
  ]

  it.each([
    ['anonymous', 404],
    ['member', 404],
    ['lapsed', 404],
    ['officer', 403],
  ] as const)('is not for who is %s, and changes nothing', async (who, status) => {
    const before = await openedIssue(stage)
    for (const act of ACTS) expect((await press(who, act)).status).toBe(status)

    expect(await openedIssue(stage)).toEqual(before)
    expect(stage.sink.accepted).toEqual([])
  })

  it('hears no request that another site made, nor one that names no origin', async () => {
    const before = await openedIssue(stage)
    const others: Record<string, string>[] = [
      { Origin: 'https://evil.example' },
      { Origin: 'null' },
      { 'Sec-Fetch-Site': 'cross-site' },
    ]
    for (const headers of others) {
      expect((await press('editor', { do: 'pause', why: 'x' }, headers)).status).toBe(403)
    }
    expect((await press('editor', { do: 'anything' })).status).toBe(400)
    expect(await openedIssue(stage)).toEqual(before)
  })

  it.each(['editor', 'administrator'] as const)(
    'lets an %s pause, resume and cancel, each with a reason on record',
    async (who) => {
      const { key } = await openedIssue(stage)
      const page = { page: 'issue', issue: key }
      const slug = key.replace('weekly:', '')
      expect(await led({ ...page, do: 'pause', why: ' ' }, who)).toBe(
        `303 /admin/bulletin/${slug}?fault=no-reason`,
      )
      expect(await led({ ...page, do: 'resume', why: 'go' }, who)).toContain('fault=not-now')
      expect(await led({ ...page, do: 'pause', why: 'a wrong\ntitle' }, who)).toContain(
        'done=paused',
      )
      expect(await led({ ...page, do: 'resume', why: 'mended' }, who)).toContain('done=resumed')
      expect(await led({ ...page, do: 'cancel', why: 'holiday' }, who)).toContain('done=cancelled')

      const issue = await issueByKey(stage.test.payload, key)
      const name = `${who} (${who}@signpost.example)`
      expect(decisionsOf(issue!)).toMatchObject([
        { what: 'paused', by: name, why: 'a wrong title' },
        { what: 'resumed', by: name, why: 'mended' },
        { what: 'cancelled', by: name, why: 'holiday' },
      ])
    },
  )

  it('says so where an issue is not known or has moved on', async () => {
    await addSevenReaders(stage)
    const { key } = await openedIssue(stage)
    await sendIssueNow(stage)

    expect(await led({ do: 'approve', issue: 'weekly:1999-01-01' })).toContain(
      'fault=no-such-issue',
    )
    expect(await led({ do: 'approve', issue: key })).toContain('fault=not-now')
    expect(await led({ do: 'edit', issue: key, introduction: 'x' })).toContain('fault=not-now')
  })

  it('sends again to those who are uncertain only when somebody has seen how many and said yes', async () => {
    await addSevenReaders(stage)
    const { key } = await openedIssue(stage)
    await sendIssueNow(stage)
    const store = payloadDeliveryStore(stage.test.payload)
    const [row] = await store.ofMember(await memberIdOf(stage, 'ana'), 'sent')
    await store.change(row!.id, { state: 'sent' }, { state: 'uncertain', reason: 'no reply' })
    const asked = { do: 'send-again', issue: key, page: 'issue', why: 'she asked', count: '1' }

    expect(await led({ ...asked })).toContain('fault=unconfirmed')
    expect(await led({ ...asked, confirmed: 'yes', why: '' })).toContain('fault=no-reason')
    expect(await led({ ...asked, confirmed: 'yes', count: '0' })).toContain('fault=more-than-seen')
    expect(await uncertainOf(stage.test.payload, key)).toMatchObject([
      { address: 'ana@example.org', reason: 'no reply' },
    ])
    expect(await led({ ...asked, confirmed: 'yes' })).toContain('done=again')
    expect(await led({ ...asked, confirmed: 'yes' })).toContain('fault=nothing-left')

    const issue = await issueByKey(stage.test.payload, key)
    expect(issue?.state).toBe('sending')
    expect(decisionsOf(issue!)).toMatchObject([
      { what: 'uncertain mail tried again', why: '1 uncertain: she asked' },
    ])
  })
})

describe('preparing the coming issue', () => {
  const titles = async () => {
    const items = await comingItems(stage.test.payload, await openedIssue(stage), clock())
    return items.map(({ publicPart }) => publicPart.title)
  }

  /** The form as a page shows it, with what an editor changes. */
  async function form(changed: Pressed = {}): Promise<Pressed> {
    const issue = await openedIssue(stage)
    const { notes, held, showsChangeNotes, coming } = readEditing(issue)
    const shown = { introduction: issue.introduction ?? '', notes, held, showsChangeNotes, coming }
    return {
      do: 'edit',
      introduction: shown.introduction,
      shown: JSON.stringify(shown),
      ...changed,
    }
  }

  it('keeps what is typed with every button, and moves an item by a place', async () => {
    const { housing } = stage.world
    const one = await publishBriefing(stage.test.payload, { title: 'One', topics: [housing.id] })
    const two = await publishBriefing(stage.test.payload, { title: 'Two', topics: [housing.id] })
    const [first, second] = (await titles()) as [string, string]
    const keyOf = (title: string) => `${(title === 'One' ? one : two).id}/1`
    const pressed = new URLSearchParams(await form({ introduction: 'First\r\n\r\nSecond' }))
    pressed.append('order', keyOf(first))
    pressed.append('order', keyOf(second))
    pressed.append('move', `up:${keyOf(second)}`)
    pressed.append(`note:${keyOf(first)}`, ' Out again ')
    const { payload, settings } = stage.test
    const request = new Request(`${settings.siteUrl}/api/bulletin-desk`, {
      method: 'POST',
      headers: { Origin: settings.siteUrl },
      body: new URLSearchParams([...pressed, ['issue', (await openedIssue(stage)).key]]),
    })
    const viewer = await viewerOf('editor')
    const { mailer, findsAmong } = stage
    await answerDesk(request, { payload, settings, mailer, findsAmong, viewer, now: clock() })

    const issue = await openedIssue(stage)
    expect(await titles()).toEqual([second, first])
    expect(issue.introduction).toBe('First\n\nSecond')
    expect(readEditing(issue).notes).toEqual({ [keyOf(first)]: 'Out again' })
  })

  it('holds an item back and lets it go again', async () => {
    const { id } = await publishBriefing(stage.test.payload, {
      title: 'One',
      topics: [stage.world.housing.id],
    })
    expect(await led(await form({ hold: `${id}/1` }))).toContain('done=saved&at=')
    expect(await titles()).toEqual([])
    await led(await form({ release: `${id}/1` }))
    expect(await titles()).toEqual(['One'])
  })

  it('changes only what an editor changed, so that a colleague’s words stand', async () => {
    const old = await form({ showsChangeNotes: 'yes' })
    await led(await form({ introduction: 'By a colleague' }))
    await led(old)

    const issue = await openedIssue(stage)
    expect(issue.introduction).toBe('By a colleague')
    expect(readEditing(issue).showsChangeNotes).toBe(true)
    expect(await led(await form({ showsChangeNotes: 'yes' }))).toContain('done=unchanged')
  })

  it('names the part that is wrong', async () => {
    expect(await led(await form({ introduction: 'x'.repeat(601) }))).toContain(
      'fault=wrong-introduction',
    )
    expect(
      await led(await form({ 'coming-date': 'soon', 'coming-text': 'A Bill', 'coming-url': '' })),
    ).toContain('fault=wrong-coming')
    const right = { 'coming-date': '2026-12-08', 'coming-text': 'A Bill', 'coming-url': '' }
    expect(await led(await form(right))).toContain('done=saved')
  })

  it('mails a test to staff and says where there is nothing to send', async () => {
    expect(await led({ do: 'test', to: 'editor@signpost.example' })).toContain('fault=none')
    await addSevenReaders(stage)
    expect(await led({ do: 'test', to: 'ana@example.org' })).toContain('fault=not-staff')
    expect(await led({ do: 'test', to: 'editor@signpost.example', address: '' })).toContain(
      'done=tested',
    )
    expect(stage.sink.addresses()).toEqual(['editor@signpost.example'])
  })
})
