import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  addComment,
  readOwnComments,
  readThreads,
  settleComment,
} from '@/briefings/review-comments'
import { readReviewDesk } from '@/briefings/review-desk'
import { endLink, inviteReader, openDraft } from '@/briefings/review-links'
import { openHouse } from '../support/access-table/house'
import { makeRow } from '../support/access-table/rows'
import { lexicalBody } from '../support/lexical'
import { NOW, type StageHouse, withPersons } from '../support/stage-table'

const DAY = 24 * 60 * 60 * 1000
const later = (days: number) => new Date(NOW.getTime() + days * DAY)

let house: StageHouse
beforeAll(async () => {
  house = await withPersons(await openHouse())
})
afterAll(() => house.close())

const officer = () => house.persons['own officer'].staff
const editor = () => house.persons['other editor'].staff

const draft = (more: object = {}) => makeRow(house, 'briefings', { _status: 'draft', ...more })

describe('comments on a draft', () => {
  const say = (briefingId: string, text: string, more: object = {}) =>
    addComment({
      payload: house.payload,
      briefingId,
      by: { staff: editor() },
      text,
      now: NOW,
      ...more,
    })

  it('stay with their answers, and what is settled goes to the end until it is opened again', async () => {
    const id = await draft()
    const first = await say(id, ' Is this still so? ', { place: 'Damp', quote: 'one in five' })
    await say(id, 'Shorter, please.')
    if (first.kind !== 'added') throw new Error(first.why)
    const commentId = first.comment.id
    await say(id, 'It is.', { answerTo: commentId, by: { staff: officer() } })

    const settle = (isSettled: boolean) =>
      settleComment(house.payload, { commentId, isSettled, staff: officer(), now: NOW })
    const order = async () =>
      (await readThreads(house.payload, id)).map(({ comment }) => comment.text)

    expect(await order()).toEqual(['Is this still so?', 'Shorter, please.'])
    expect(await settle(true)).toBe('settled')
    expect(await settle(true)).toBe('settled')
    expect(await order()).toEqual(['Shorter, please.', 'Is this still so?'])
    expect((await readReviewDesk(house.payload, id, NOW)).threads[1]).toMatchObject({
      place: 'Damp',
      quote: 'one in five',
      signature: 'other editor, 23 November 2026',
      settled: 'Settled by own officer on 23 November 2026',
      answers: [{ text: 'It is.' }],
    })
    await settle(false)
    expect(await order()).toEqual(['Is this still so?', 'Shorter, please.'])
  })

  it.each([
    ['no words', '  ', {}],
    ['too many words', 'a'.repeat(2001), {}],
    ['an answer to nothing', 'Yes.', { answerTo: 'nothing' }],
  ])('are refused with %s', async (_what, text, more) => {
    const id = await draft()

    expect((await say(id, text, more)).kind).toBe('incomplete')
    expect(await readThreads(house.payload, id)).toEqual([])
  })

  it('answer only what was said of the same briefing', async () => {
    const said = await say(await draft(), 'Here.')
    const answerTo = said.kind === 'added' ? said.comment.id : ''

    expect((await say(await draft(), 'There.', { answerTo })).kind).toBe('incomplete')
  })
})

describe('an outside expert’s link', () => {
  const invite = (briefingId: string, more: object = {}) =>
    inviteReader({
      ...{ payload: house.payload, briefingId, name: 'Dr Expert', days: 7 },
      ...{ staff: officer(), siteUrl: 'https://signpost.example', now: NOW, ...more },
    })
  const tokenOf = async (briefingId: string) => {
    const outcome = await invite(briefingId)
    if (outcome.kind !== 'invited') throw new Error(outcome.why)
    return { token: outcome.url.split('/review/')[1] ?? '', link: outcome.link }
  }
  const open = (token: string, now = NOW) => openDraft(house.payload, token, now)

  it('shows the one draft as it was when it was made, and neither its later words nor another draft', async () => {
    const other = await draft({ title: 'Another secret draft' })
    const link = {
      type: 'link',
      version: 3,
      fields: { linkType: 'internal', doc: { relationTo: 'briefings', value: other } },
      children: [{ type: 'text', text: 'see there', version: 1 }],
    }
    const body = lexicalBody('The first words.')
    const children = [...body.root.children, { type: 'paragraph', version: 1, children: [link] }]
    const id = await draft({
      title: 'Shown',
      related: [other],
      body: { root: { ...body.root, children } },
    })
    const { token } = await tokenOf(id)
    await house.payload.update({
      collection: 'briefings',
      id,
      draft: true,
      overrideAccess: true,
      data: { title: 'Later', body: lexicalBody('Later words.') },
    })
    const opened = await open(token)

    expect(opened).toMatchObject({ kind: 'open', draft: { title: 'Shown' } })
    const shown = JSON.stringify(opened)
    expect(shown).toContain('The first words.')
    expect(shown).not.toMatch(/Later|Another secret draft|another-secret-draft/)
  })

  it('keeps nothing that the address could be made from, and is nobody’s when a letter of it is changed', async () => {
    const { token, link } = await tokenOf(await draft())
    const changed = `${token.slice(0, 5)}${token[5] === 'A' ? 'B' : 'A'}${token.slice(6)}`

    expect(JSON.stringify(link)).not.toContain(token)
    expect(await open(changed)).toEqual({ kind: 'unknown' })
    expect(await open('x')).toEqual({ kind: 'unknown' })
  })

  it('ends on its day, when staff end it, and when the draft is gone', async () => {
    const id = await draft()
    const { token } = await tokenOf(id)
    const ended = await tokenOf(id)
    const args = { linkId: ended.link.id, staff: editor(), now: NOW }

    expect((await open(token, new Date(later(7).getTime() - 1000))).kind).toBe('open')
    expect((await open(token, later(7))).kind).toBe('ended')
    expect(await endLink(house.payload, args)).toBe('ended')
    expect(await endLink(house.payload, { ...args, now: later(1) })).toBe('ended')
    expect((await open(ended.token)).kind).toBe('ended')
    expect((await readReviewDesk(house.payload, id, later(1))).readers).toMatchObject([
      { isOpen: false, standing: 'Ended by other editor on 23 November 2026' },
      { isOpen: true, standing: 'Invited by own officer, until 30 November 2026' },
    ])

    await house.payload.delete({ collection: 'briefings', id, overrideAccess: true })
    expect((await open(token)).kind).toBe('ended')
  })

  it.each([
    ['without a name', { name: ' ' }],
    ['for longer than 14 days', { days: 15 }],
    ['for no day', { days: 0 }],
    ['for part of a day', { days: 1.5 }],
  ])('is not made %s', async (_how, more) => {
    expect((await invite(await draft(), more)).kind).toBe('incomplete')
  })

  it('is not made to what readers have, nor an eleventh time', async () => {
    const published = await draft({ _status: 'published' })
    expect((await invite(published)).kind).toBe('incomplete')

    const id = await draft()
    for (let count = 0; count < 10; count += 1) expect((await invite(id)).kind).toBe('invited')
    expect((await invite(id)).kind).toBe('incomplete')
  })

  it('shows the expert their own comments alone, and the desk whose they are', async () => {
    const id = await draft()
    const { link } = await tokenOf(id)
    const one = { payload: house.payload, briefingId: id, now: NOW }
    await addComment({ ...one, by: { staff: editor() }, text: 'Among ourselves.' })
    await addComment({ ...one, by: { link }, text: '<b>Page 3</b> is out of date.' })

    expect((await readOwnComments(house.payload, link)).map(({ text }) => text)).toEqual([
      '<b>Page 3</b> is out of date.',
    ])
    expect(
      (await readReviewDesk(house.payload, id, NOW)).threads.map(({ signature }) => signature),
    ).toEqual(['other editor, 23 November 2026', 'Dr Expert, outside reader, 23 November 2026'])
  })
})
