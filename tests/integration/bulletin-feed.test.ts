import { expect, it } from 'vitest'
import { bulletinFeed } from '@/app/bulletin-feed'
import { feedAnswer } from '@/app/feeds'
import { pauseIssue } from '@/bulletin/steer-issue'
import { issueSlug } from '@/bulletin/bulletin-view-of'
import { clock, openedIssue, sendIssueNow } from '../support/bulletin-stage'
import { addReader, publishBriefing } from '../support/bulletin-world'
import { stageForEach } from '../support/stage-for-each'

const stage = stageForEach(async () => {
  await addReader(stage.test.payload, 'ana', stage.world.council, [stage.world.housing])
})

const FEED = 'https://signpost.example/feeds/bulletin.xml'

async function answer(headers: Record<string, string> = {}): Promise<Response> {
  const { payload } = stage.test
  const feed = await bulletinFeed({ payload, siteUrl: 'https://signpost.example', now: clock() })
  return feedAnswer(feed, new Request(FEED, { headers }))
}

const publish = (title: string) =>
  publishBriefing(stage.test.payload, {
    title,
    topics: [stage.world.housing.id],
    keyPoints: [{ text: 'plantedkeypoint' }],
  })

const steering = async () => ({
  payload: stage.test.payload,
  issueKey: (await openedIssue(stage)).key,
  by: 'an editor',
  why: 'to look',
  now: clock(),
})

it('tells anybody of the issues that went out, by public titles alone', async () => {
  await publish('Rents & rights')
  const { key } = await openedIssue(stage)
  expect(await (await answer()).text()).not.toContain('<entry>')
  await sendIssueNow(stage)
  await publish('Of next week')
  await pauseIssue(await steering())

  const feed = await (await answer()).text()
  expect(feed.match(/<entry>/g)).toHaveLength(1)
  expect(feed).toContain(`https://signpost.example/bulletin/${issueSlug(key)}`)
  expect(feed).toContain('Rents &amp; rights.')
  expect(feed).not.toMatch(/plantedkeypoint|Of next week|example\.org/)
})

it('names no briefing that was taken back since, nor an issue of which nothing is left', async () => {
  const one = await publish('Taken back')
  await publish('Standing')
  await sendIssueNow(stage)
  const takeBack = (id: string) =>
    stage.test.payload.update({
      collection: 'briefings',
      id,
      overrideAccess: true,
      data: { _status: 'draft' },
    })
  await takeBack(one.id)
  const left = await (await answer()).text()
  expect(left).toContain('Standing.')
  expect(left).not.toContain('Taken back')

  const { docs } = await stage.test.payload.find({ collection: 'briefings', overrideAccess: true })
  for (const { id } of docs) await takeBack(id)
  expect(await (await answer()).text()).not.toContain('<entry>')
})

it('sends nothing to a reader who has the same feed already, and the new one once there is more', async () => {
  await publish('Rents rising')
  await sendIssueNow(stage)
  const first = await answer()
  const tag = first.headers.get('etag') ?? ''
  expect(first.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8')

  for (const named of [tag, `W/${tag}`, `"other", ${tag}`]) {
    const again = await answer({ 'If-None-Match': named })
    expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', tag])
  }
  await publish('Knife crime')
  await sendIssueNow(stage)
  expect((await answer({ 'If-None-Match': tag })).status).toBe(200)
})
