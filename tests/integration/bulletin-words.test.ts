import { expect, it } from 'vitest'
import { freezeArticles } from '@/bulletin/announced-articles'
import { freezeItems } from '@/bulletin/freeze-items'
import { editIssue, type IssueChange } from '@/bulletin/issue-editing'
import { changeIssue } from '@/bulletin/issues'
import { readPastIssue } from '@/bulletin/past-issues'
import { previewMail } from '@/bulletin/preview-mail'
import { cancelIssue } from '@/bulletin/steer-issue'
import type { Article, Topic } from '@/payload-types'
import { clock, ledger, openedIssue, sendIssueNow } from '../support/bulletin-stage'
import {
  addReader,
  publishArticle as publishArticleOf,
  publishBriefing,
} from '../support/bulletin-world'
import { stageForEach } from '../support/stage-for-each'

const stage = stageForEach(async () => {
  await addReader(stage.test.payload, 'ana', stage.world.council, [stage.world.housing])
})

const publish = (title: string) =>
  publishBriefing(stage.test.payload, { title, topics: [stage.world.housing.id] })

const publishArticle = (title: string, on: readonly Topic[], data: Partial<Article> = {}) =>
  publishArticleOf(stage.test.payload, { title, topics: on.map(({ id }) => id), ...data })

const edit = async (change: IssueChange) =>
  editIssue({
    payload: stage.test.payload,
    issueKey: (await openedIssue(stage)).key,
    by: 'Eira',
    change,
    now: clock(),
  })

const preview = () =>
  previewMail({ ...stage.test, ...stage, address: 'ana@example.org', now: clock() })

const texts = () => stage.sink.accepted.map(({ parsed }) => parsed.text ?? '')

/** A briefing told of last week, and now revised. */
async function reviseTold(note: string) {
  const briefing = await publish('Housing First')
  await sendIssueNow(stage)
  stage.sink.accepted.length = 0
  await stage.test.payload.update({
    collection: 'briefings',
    id: briefing.id,
    overrideAccess: true,
    data: { updateKind: 'substantial', changeNote: note, _status: 'published' },
  })
}

it('tells new from updated, and keeps to the site what changed', async () => {
  await reviseTold('Quokka figures for March')
  await sendIssueNow(stage)

  expect(texts()).toHaveLength(1)
  expect(texts()[0]).toContain('Updated, 1 minute’s reading.')
  expect(stage.sink.accepted[0]?.raw).not.toContain('Quokka')
  const { docs } = await stage.test.payload.db.find({
    collection: 'bulletin-items',
    where: { changeNote: { exists: true } },
  })
  expect(docs).toEqual([])
})

it('says what changed where editors let it in, in the preview and in the mail alike', async () => {
  await reviseTold('Quokka figures for March')
  await edit({ showsChangeNotes: true })
  const seen = await preview()
  expect(seen.kind === 'mail' && seen.mail.text).toContain('What changed: Quokka figures for March')

  await sendIssueNow(stage)
  expect(texts()[0]).toContain('What changed: Quokka figures for March')
})

it('carries the editors’ words to every reader, and the preview says the same as the mail', async () => {
  const briefing = await publish('Rents rising')
  await publishArticle('A week in Bangor', [])
  await edit({
    introduction: 'Read this first.\n\nThen the rest.',
    notes: { [`${briefing.id}/1`]: 'The one to pass on.' },
    coming: [{ date: '2026-12-08', text: 'The Bill is read', url: 'https://bills.example/1' }],
  })
  const seen = await preview()
  await sendIssueNow(stage)

  const [text] = texts()
  expect(text).toMatch(/Read this first\.\n\nThen the rest\.\n\nHousing\n/)
  expect(text).toContain('From the editors: The one to pass on.')
  expect(text).toContain('8 December 2026: The Bill is read\nhttps://bills.example/1')
  expect(text).toContain('A week in Bangor')
  expect(seen.kind === 'mail' && seen.mail.text.trim()).toBe(text?.trim())
})

it('names a public article on the reader’s topics once, and no draft, no coming one, none on other topics', async () => {
  const { housing, crime } = stage.world
  await publish('One')
  await publishArticle('Of homes', [housing])
  await publishArticle('Of the road', [])
  await publishArticle('Of thieves', [crime])
  await publishArticle('Half written', [housing], { _status: 'draft' })
  await publishArticle('Of tomorrow', [housing], {
    publishedAt: new Date(Date.now() + 86_400_000).toISOString(),
  })
  await sendIssueNow(stage)
  await publish('Two')
  await sendIssueNow(stage)

  const [first, second] = texts()
  expect(first).toMatch(/On the blog[\s\S]*Of the road/)
  expect(first).toContain('Of homes')
  expect(first).not.toMatch(/Of thieves|Half written|Of tomorrow/)
  expect(second).not.toMatch(/On the blog|Of homes/)
})

it('sends no mail for articles alone, and says why', async () => {
  await publish('One')
  await publishArticle('Of homes', [])
  await addReader(stage.test.payload, 'cai', stage.world.council, [stage.world.crime])
  await sendIssueNow(stage)

  expect(await ledger(stage)).toEqual({ ana: 'sent', cai: 'skipped: nothing new on their topics' })
})

it('names an article again where its issue was cancelled before anybody had it', async () => {
  await publish('One')
  await publishArticle('Of homes', [])
  const { key } = await openedIssue(stage)
  const { payload } = stage.test
  await freezeArticles(payload, key, clock())
  await cancelIssue({ payload, issueKey: key, by: 'Eira', why: 'a mistake', now: clock() })
  await sendIssueNow(stage)

  expect(texts()[0]).toContain('Of homes')
})

it('leaves out of the mail an article that was taken back after the issue was frozen', async () => {
  await publish('One')
  const kept = await publishArticle('Of homes', [])
  const back = await publishArticle('Of the road', [])
  const { key } = await openedIssue(stage)
  const { payload } = stage.test
  await freezeArticles(payload, key, clock())
  await freezeItems(payload, key, clock())
  const planned = { state: { equals: 'planned' } }
  await changeIssue(payload, key, planned, { state: 'frozen', frozenAt: clock().toISOString() })
  await payload.update({
    collection: 'articles',
    id: back.id,
    overrideAccess: true,
    data: { _status: 'draft' },
  })
  await sendIssueNow(stage)

  expect(texts()).toHaveLength(1)
  expect(texts()[0]).toContain(kept.title)
  expect(texts()[0]).not.toContain('Of the road')
})

it('keeps the introduction for the issue’s page on the site', async () => {
  await publish('One')
  await edit({ introduction: 'Read this first.' })
  const { key } = await openedIssue(stage)
  await sendIssueNow(stage)

  expect(await readPastIssue(stage.test.payload, key)).toMatchObject({
    introduction: ['Read this first.'],
  })
})
