import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { moveStage } from '@/briefings/move-stage'
import { checkBriefing } from '@/lib/checks/check-briefing'
import {
  heading,
  inlineBlock,
  lexicalDocument,
  link,
  paragraph,
  text,
} from '@/lib/lexical/make-nodes'
import type { Source } from '@/payload-types'
import { doubtsOfBriefing } from '@/sources/watch/doubts-of-briefing'
import { watchEvidence } from '@/sources/watch/watch-evidence'
import { openHouse } from '../support/access-table/house'
import { makeRow } from '../support/access-table/rows'
import { lexicalBody } from '../support/lexical'
import { answering, unrulyServer } from '../support/unruly-server'
import { NOW, type StageHouse, withPersons } from '../support/stage-table'

let house: StageHouse
beforeAll(async () => {
  house = await withPersons(await openHouse())
})
afterAll(() => house.close())

const officer = () => house.persons['own officer'].staff

const draft = (more: object = {}) => makeRow(house, 'briefings', { _status: 'draft', ...more })

const submit = (id: string) =>
  moveStage({ payload: house.payload, id, action: 'submit', staff: officer(), now: NOW })

const patch = (id: string, who: 'other editor' | 'own editor', body: object) =>
  house.rest(
    new Request(`${house.settings.siteUrl}/api/briefings/${id}`, {
      method: 'PATCH',
      headers: { ...house.persons[who].headers, 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    }),
  )

describe('the checks before publication', () => {
  it('refuse to submit what is not ready, with the whole list, and take it once it is mended', async () => {
    const id = await draft({ body: lexicalBody('') })
    const refused = await submit(id)

    expect(refused).toEqual({
      kind: 'incomplete',
      why: 'It is not ready yet. There is no text yet.',
    })

    await house.payload.update({
      collection: 'briefings',
      id,
      draft: true,
      overrideAccess: true,
      data: { body: lexicalBody('Now there is.') },
    })
    expect((await submit(id)).kind).toBe('moved')
  })

  it('refuse to publish over REST what lost its text since, in an emergency too, each fault at its field', async () => {
    const id = await draft()
    await submit(id)
    const answer = await patch(id, 'other editor', {
      _status: 'published',
      body: lexicalBody(''),
      emergencyReason: 'The law changes tonight.',
    })
    const { errors } = (await answer.json()) as {
      errors: { data: { errors: { path: string; message: string }[] } }[]
    }

    expect(answer.status).toBe(400)
    expect(errors[0]?.data.errors).toEqual([{ path: 'body', message: 'There is no text yet.' }])
    expect((await patch(id, 'other editor', { _status: 'published' })).status).toBe(200)
  })

  it('let an editor mend a comma of what readers have, although it would be refused today', async () => {
    const id = await draft({ _status: 'published', body: lexicalBody('') })

    expect((await patch(id, 'own editor', { _status: 'published', title: 'A comma' })).status).toBe(
      200,
    )
  })
})

describe('what the evidence watch found', () => {
  const DAY = 86_400_000

  const aSource = (data: Partial<Source>) =>
    house.payload.create({
      collection: 'sources',
      overrideAccess: true,
      data: { title: 'A report', type: 'research', ...data },
    })

  const watch = (days: number, isAsking = true) =>
    watchEvidence({
      payload: house.payload,
      asker: isAsking
        ? {
            mayAsk: (address) => address === '127.0.0.1',
            userAgent: '+https://signpost.example',
            timeoutMs: 2000,
            paceMs: 0,
            pause: () => Promise.resolve(),
          }
        : null,
      now: new Date(NOW.getTime() + days * DAY),
    })

  async function checksOf(id: string) {
    const { payload } = house
    const briefing = await payload.findByID({
      collection: 'briefings',
      id,
      draft: true,
      depth: 0,
      overrideAccess: true,
    })
    return checkBriefing(briefing, await doubtsOfBriefing(payload, briefing)).filter(
      ({ id: check }) => check.startsWith('source-') || check.startsWith('link-'),
    )
  }

  it('stands in the list: dead, moved and withdrawn sources by name with the way to mend them, and links in the text', async () => {
    const server = await unrulyServer({
      '/robots.txt': answering(404),
      '/gone': answering(404),
      '/moves': answering(301, '/there'),
      '/there': answering(200),
      '/good': answering(200),
    })
    const dead = await aSource({ title: 'Gone report', url: `${server.origin}/gone` })
    const moved = await aSource({ title: 'Moved report', url: `${server.origin}/moves` })
    const good = await aSource({ title: 'Good report', url: `${server.origin}/good` })
    const withdrawn = await aSource({ title: 'Taken back', standing: 'withdrawn' })
    const id = await draft({
      sources: [withdrawn.id, good.id],
      body: lexicalDocument([
        heading('h2', [text('Damp')]),
        paragraph([
          text('So it is '),
          inlineBlock('c1', 'citation', { source: dead.id }),
          inlineBlock('c2', 'citation', { source: moved.id }),
          link('l1', `${server.origin}/gone/?utm_source=x`, [text('as the council says')]),
          link('l2', `${server.origin}/good`, [text('the good report')]),
        ]),
      ]),
    })
    for (let day = 0; day < 8; day += 1) await watch(day)
    await server.die()
    const checks = await checksOf(id)

    expect(checks.map(({ says }) => says).toSorted()).toEqual([
      'Look again at the source “Gone report”. Its link answered 404. Give its new address, or cite another.',
      `Look again at the source “Moved report”. Its link has moved to ${server.origin}/there. Give its new address.`,
      'Look again at the source “Taken back”. Its publisher withdrew it. Cite another, or say in the text that it was withdrawn.',
      'The link “as the council says” under “Damp” answered 404. Let it lead elsewhere, or take it out.',
    ])
    expect(checks.every(({ weight }) => weight === 'advice')).toBe(true)
    expect(checks.find(({ id: check }) => check === 'source-dead')).toMatchObject({
      field: 'sources',
      mend: {
        label: 'Open the source “Gone report”',
        href: `/admin/collections/sources/${dead.id}`,
      },
    })
    expect((await submit(id)).kind).toBe('moved')
  })

  it('leaves the list once the source is mended', async () => {
    const source = await aSource({ title: 'Older figures', standing: 'superseded' })
    const id = await draft({ sources: [source.id] })
    await watch(20, false)
    expect((await checksOf(id)).map(({ id: check }) => check)).toEqual(['source-superseded'])

    await house.payload.update({
      collection: 'sources',
      id: source.id,
      data: { standing: 'current' },
      overrideAccess: true,
    })
    await watch(21, false)
    expect(await checksOf(id)).toEqual([])
  })
})
