import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { convertToHtml } from 'mammoth'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ColleaguePass } from '@/access/colleague-pass'
import { type Viewer, visitor } from '@/access/viewer'
import { answerWordFile } from '@/app/word-file'
import { openAttachment } from '@/briefings/open-attachment'
import { openPicture, openPictureOfDraft } from '@/briefings/open-picture'
import { readBriefing } from '@/briefings/read-briefing'
import { endLink, inviteReader } from '@/briefings/review-links'
import { block, lexicalDocument, paragraph, text } from '@/lib/lexical/make-nodes'
import { blocksOf, plainText } from '@/lib/lexical/nodes'
import { limitOf } from '@/lib/limit'
import type { Organisation } from '@/payload-types'
import { makeRow } from '../support/access-table/rows'
import { openHouse } from '../support/access-table/house'
import { attemptsInMemory } from '../support/attempts-in-memory'
import { NOW, type StageHouse, withPersons } from '../support/stage-table'

const PUBLISHED = { _status: 'published', publishedAt: '2024-01-02T09:00:00.000Z' }
const ALT = 'Zqalt: a wall, wet to the height of a door.'
const CAPTION = 'Zqcaption: damp comes back where air does not move.'

let house: StageHouse
let member: Viewer
let lapsed: Viewer
let staff: Viewer
let pictureId: string
beforeAll(async () => {
  house = await withPersons(await openHouse())
  const viewerOf = (who: 'member' | 'lapsed', isActive: boolean): Viewer => {
    const person = house.people[who]
    if (person.door !== 'local') throw new Error('Members come by the Local API.')
    return { kind: 'member', member: person.user, isActive }
  }
  member = viewerOf('member', true)
  lapsed = viewerOf('lapsed', false)
  staff = { kind: 'staff', staff: house.persons['own officer'].staff }
  pictureId = await aPicture('attachments')
})
afterAll(() => house.close())

async function aPicture(collection: 'attachments' | 'media'): Promise<string> {
  const background = { r: 40, g: 80, b: 120 }
  const data = await sharp({ create: { width: 1600, height: 900, channels: 3, background } })
    .png()
    .toBuffer()
  const { id } = await house.payload.create({
    collection,
    overrideAccess: true,
    data: { title: 'A wall', alt: 'A wall' },
    file: { data, mimetype: 'image/png', name: 'wall.png', size: data.length },
  })
  return id
}

const folder = () => path.join(house.dataDir, 'uploads', 'attachments')

const figure = (more: object = {}) => ({
  ...{ picture: pictureId, alt: ALT, caption: CAPTION },
  ...{ credit: 'A. Photographer', licence: 'CC BY 4.0', ...more },
})

const withFigure = (more: object = {}) =>
  lexicalDocument([paragraph([text('So it is.')]), block('f1', 'figure', figure(more))])

async function aBriefing(more: object = {}) {
  const id = await makeRow(house, 'briefings', { ...PUBLISHED, body: withFigure(), ...more })
  const { slug } = await house.payload.findByID({
    collection: 'briefings',
    id,
    depth: 0,
    overrideAccess: true,
  })
  return { id, slug: slug ?? '' }
}

const opens = async (slug: string, viewer: Viewer, more: object = {}) => {
  const { payload } = house
  const asked = { payload, slug, viewer, id: pictureId, folder: folder(), now: NOW, ...more }
  return openPicture(asked)
}

describe('the picture of a figure', () => {
  it('is served to those who may read the text, and is not there for anybody else', async () => {
    const { slug } = await aBriefing()
    const opened = await opens(slug, member)

    expect(opened).toMatchObject({ kind: 'file', mimeType: 'image/png' })
    expect(opened.kind === 'file' && (await readFile(opened.file)).length).toBeGreaterThan(0)
    expect((await opens(slug, staff)).kind).toBe('file')
    expect((await opens(slug, visitor)).kind).toBe('missing')
    expect((await opens(slug, lapsed)).kind).toBe('missing')
    const asAttachment = { payload: house.payload, folder: folder(), id: pictureId, now: NOW }
    expect((await openAttachment({ ...asAttachment, viewer: member })).kind).toBe('missing')
  })

  it('is not there for members while the briefing is a draft or of the future', async () => {
    const draft = await aBriefing({ _status: 'draft' })
    const future = await aBriefing({ publishedAt: '2099-01-01T09:00:00.000Z' })

    for (const { slug } of [draft, future]) {
      expect((await opens(slug, member)).kind).toBe('missing')
      expect((await opens(slug, staff)).kind).toBe('file')
    }
  })

  it('is the only file its address opens: no other of the house, and nothing that is no picture', async () => {
    const { slug } = await aBriefing()
    const data = Buffer.from('%PDF-1.4\nxref\ntrailer\nstartxref\n%%EOF\n')
    const { id: pdf } = await house.payload.create({
      collection: 'attachments',
      overrideAccess: true,
      data: { title: 'Secret' },
      file: { data, mimetype: 'application/pdf', name: 'secret.pdf', size: data.length },
    })
    for (const id of [await aPicture('attachments'), pdf, 'nonsense', '../../payload-secret']) {
      expect((await opens(slug, member, { id })).kind, id).toBe('missing')
    }
  })

  it('comes with the text a colleague sent, and ends with it', async () => {
    const { id, slug } = await aBriefing()
    if (member.kind !== 'member') throw new Error('no member')
    const sender = await house.payload.findByID({
      collection: 'members',
      id: member.member.id,
      depth: 1,
      overrideAccess: true,
    })
    const domain = 'nearby.example'
    const organisation = { ...(sender.organisation as Organisation), domains: [domain] }
    const pass = (endsAt: string): ColleaguePass => ({
      ...{ briefingId: id, domain, endsAt },
      sender: { ...sender, organisation },
    })
    const by = (endsAt: string) => opens(slug, visitor, { passes: [pass(endsAt)] })

    expect((await by('2026-11-24T00:00:00Z')).kind).toBe('file')
    expect((await by('2026-11-22T00:00:00Z')).kind).toBe('missing')
  })

  it('comes with the draft an outside expert’s link shows, and ends with the link', async () => {
    const { id } = await aBriefing({ _status: 'draft' })
    const invited = await inviteReader({
      ...{ payload: house.payload, briefingId: id, name: 'Dr Expert', days: 7, now: NOW },
      ...{ staff: house.persons['own officer'].staff, siteUrl: house.settings.siteUrl },
    })
    if (invited.kind !== 'invited') throw new Error(invited.why)
    const token = invited.url.split('/').at(-1) ?? ''
    const asked = { payload: house.payload, folder: folder(), now: NOW }

    expect((await openPictureOfDraft({ ...asked, token, id: pictureId })).kind).toBe('file')
    const other = await aPicture('attachments')
    expect((await openPictureOfDraft({ ...asked, token, id: other })).kind).toBe('missing')
    const { staff: ender } = house.persons['own officer']
    await endLink(house.payload, { linkId: invited.link.id, staff: ender, now: NOW })
    expect((await openPictureOfDraft({ ...asked, token, id: pictureId })).kind).toBe('missing')
  })
})

describe('the words of a figure', () => {
  it('are part of the member text, to be found and compared, and of nothing the public is given', async () => {
    const { slug } = await aBriefing()
    const read = (viewer: Viewer) =>
      readBriefing({ payload: house.payload, slug, viewer, now: NOW })
    const whole = await read(member)

    expect(whole.kind === 'full' && plainText(blocksOf(whole.briefing.body))).toBe(
      ['So it is.', ALT, CAPTION, 'A. Photographer', 'CC BY 4.0'].join('\n'),
    )
    expect(JSON.stringify(await read(visitor))).not.toMatch(/Zq|Photographer/)
    expect(JSON.stringify(await read(lapsed))).not.toContain(pictureId)
  })

  it('stand in the Word file with the picture, which says what it shows', async () => {
    const { slug } = await aBriefing()
    const answer = await answerWordFile({
      ...{ payload: house.payload, slug, viewer: member, now: NOW, folder: folder() },
      ...{ siteUrl: house.settings.siteUrl, referenceStyle: 'harvard' },
      limit: limitOf(5, 10, { name: 'files', store: attemptsInMemory() }),
    })
    const { value } = await convertToHtml({ buffer: Buffer.from(await answer.arrayBuffer()) })

    expect(value).toMatch(new RegExp(`<img[^>]*alt="${ALT}"[^>]*src="data:image/png`))
    expect(value).toContain(CAPTION)
    expect(value).toContain('Picture: A. Photographer. CC BY 4.0')
  })
})

describe('a figure without an alternative text', () => {
  const send = (method: 'POST' | 'PATCH', path: string, body: object) =>
    house.rest(
      new Request(`${house.settings.siteUrl}/api/${path}`, {
        method,
        headers: { ...house.persons['own editor'].headers, 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      }),
    )

  it('is refused with the reason when a briefing is to be published', async () => {
    const { id } = await aBriefing({ _status: 'draft' })
    await house.payload.update({
      collection: 'briefings',
      id,
      draft: true,
      overrideAccess: true,
      data: { body: withFigure({ alt: ' ' }) as never },
    })
    const answer = await send('PATCH', `briefings/${id}`, {
      _status: 'published',
      emergencyReason: 'The law changes tonight.',
    })

    expect(answer.status).toBe(400)
    expect(await answer.text()).toContain('has no alternative text. Say what it shows')
  })

  it('is refused when an article is to be published, and so is one without a credit', async () => {
    const picture = await aPicture('media')
    const article = (more: object) =>
      send('POST', 'articles', {
        ...{ title: 'Damp', summary: 'Damp.', _status: 'published' },
        body: withFigure({ picture, ...more }),
      })
    const [silent, nobodys] = [await article({ alt: '' }), await article({ credit: '' })]

    expect([silent.status, nobodys.status]).toEqual([400, 400])
    expect(await silent.text()).toContain('Alternative text')
    expect(await nobodys.text()).toContain('Credit')
    expect((await article({})).status).toBe(201)
  })
})
