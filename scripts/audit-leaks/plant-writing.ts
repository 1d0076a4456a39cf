import type { Payload } from 'payload'
import sharp from 'sharp'
import type { Stage } from './audiences'
import type { PersonaName } from './personas'
import type { Planter } from './planter'
import type { Planted } from './world'

const PAST = '2024-01-02T09:00:00.000Z'
const FUTURE = '2099-01-01T09:00:00.000Z'

const toPlanted = ({ id, slug }: { id: string; slug?: unknown }): Planted => ({
  id,
  slug: String(slug),
})

/** A PDF of one page that says one word. */
function pdfWith(word: string): Buffer {
  const text = `BT /F1 12 Tf 72 720 Td (${word}) Tj ET`
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>',
    `<</Length ${text.length}>>\nstream\n${text}\nendstream`,
  ]
  let body = '%PDF-1.4\n'
  const places = objects.map((object, n) => {
    const at = body.length
    body += `${n + 1} 0 obj\n${object}\nendobj\n`
    return at
  })
  const table = places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  const count = objects.length + 1
  const end = `xref\n0 ${count}\n0000000000 65535 f \n${table}trailer\n<</Size ${count}/Root 1 0 R>>\n`
  return Buffer.from(`${body}${end}startxref\n${body.length}\n%%EOF\n`)
}

async function plantFile(planter: Planter, stage: Stage) {
  const data = pdfWith(planter.word('attachments.file', { stage }))
  const file = { name: 'evidence.pdf', mimetype: 'application/pdf', data, size: data.length }
  return planter.plant('attachments', { stage, file })
}

async function plantPicture(
  planter: Planter,
  collection: 'media' | 'attachments',
  owner?: PersonaName,
) {
  const background = { r: 40, g: 80, b: 120 }
  const data = await sharp({ create: { width: 40, height: 30, channels: 3, background } })
    .png()
    .toBuffer()
  const file = { name: 'picture.png', mimetype: 'image/png', data, size: data.length }
  return planter.plant(collection, { owner, file })
}

const common = { updateKind: 'minor', changes: [], related: [] }

async function plantBriefing(
  planter: Planter,
  stage: Stage,
  values: Readonly<Record<string, unknown>>,
  owner?: PersonaName,
) {
  return planter.plant('briefings', { stage, owner, values: { ...common, ...values } })
}

/** What a reference list says of a source. */
const sourceValues = (planter: Planter, owner?: PersonaName) => ({
  year: 2020,
  url: `https://example.org/${planter.word('sources.url', { owner })}`,
  doi: `10.1000/${planter.word('sources.doi', { owner })}`,
  archivedUrl: `https://example.org/${planter.word('sources.archivedUrl', { owner })}`,
})

/** A substantial update, so that the briefing has a history; then a draft upon it that nobody may know of. */
async function plantHistory(
  payload: Payload,
  planter: Planter,
  id: string,
  owner?: PersonaName,
): Promise<void> {
  const save = (data: object, draft: boolean) =>
    payload.update({ collection: 'briefings', id, draft, overrideAccess: true, depth: 0, data })
  const changeNote = planter.word('briefings.changes.note', { owner })
  await save({ updateKind: 'substantial', changeNote, _status: 'published' }, false)
  const { title, summary, body, keyPoints } = planter.valuesFor('briefings', {
    stage: 'of a draft upon it',
  })
  await save({ title, summary, body, keyPoints, _status: 'draft' }, true)
}

async function plantTakenBack(payload: Payload, planter: Planter): Promise<Planted> {
  const made = await plantBriefing(planter, 'taken back', {
    _status: 'published',
    publishedAt: PAST,
  })
  await payload.update({
    collection: 'briefings',
    id: made.id,
    overrideAccess: true,
    data: { _status: 'draft' },
  })
  return toPlanted(made)
}

/**
 * A briefing that was sent to a colleague: its text, its sources and the pictures in it are the holder's of the pass, its
 * file is not.
 */
async function plantLent(payload: Payload, planter: Planter, fileId: string): Promise<Planted> {
  const owner = 'pass-holder'
  const { sources, attachments } = planter.references
  const source = await planter.plant('sources', { owner, values: sourceValues(planter, owner) })
  planter.references.sources = source.id
  planter.references.attachments = (await plantPicture(planter, 'attachments', owner)).id
  const values = { _status: 'published', publishedAt: PAST, attachments: [fileId] }
  const lent = await plantBriefing(planter, 'live', values, owner)
  await plantHistory(payload, planter, lent.id, owner)
  Object.assign(planter.references, { sources, attachments })
  return toPlanted(lent)
}

/**
 * Briefings and articles of every stage, with what they rest on, referring to each other wherever they can. What is not
 * out is of another author, so that rows in the order of their authors change places with it.
 */
export async function plantWriting(payload: Payload, planter: Planter, another: string) {
  const topic = await planter.plant('topics', { values: { parent: null } })
  const series = await planter.plant('series')
  await planter.plant('sources', { values: sourceValues(planter) })
  const picture = await plantPicture(planter, 'media')
  // The first of its kind is the one that texts show.
  const figure = await plantPicture(planter, 'attachments')
  const liveFile = await plantFile(planter, 'live')
  const draftFile = await plantFile(planter, 'of a draft')

  const draft = await plantBriefing(planter, 'of a draft', {
    _status: 'draft',
    authors: [another],
    attachments: [draftFile.id],
  })
  const scheduled = { _status: 'published', publishedAt: FUTURE, authors: [another] }
  const future = await plantBriefing(planter, 'of the future', scheduled)
  planter.references.briefings = undefined
  const live = await plantBriefing(planter, 'live', {
    _status: 'published',
    publishedAt: PAST,
    attachments: [liveFile.id],
    related: [draft.id, future.id],
  })
  planter.references.briefings = live.id
  await plantHistory(payload, planter, live.id)
  const lent = await plantLent(payload, planter, liveFile.id)

  const leadsTo = [draft.id, future.id, live.id]
  const articleDraft = await planter.plant('articles', {
    stage: 'of a draft',
    values: { _status: 'draft', authors: [another], leadsTo },
  })
  const articleFuture = await planter.plant('articles', {
    stage: 'of the future',
    values: { ...scheduled, leadsTo },
  })
  const article = await planter.plant('articles', {
    values: {
      _status: 'published',
      publishedAt: PAST,
      leadsTo,
      alsoLike: [articleDraft.id, articleFuture.id],
    },
  })
  planter.references.articles = article.id
  return {
    briefings: {
      live: toPlanted(live),
      lent,
      draft: toPlanted(draft),
      future: toPlanted(future),
      takenBack: await plantTakenBack(payload, planter),
    },
    articles: {
      live: toPlanted(article),
      draft: toPlanted(articleDraft),
      future: toPlanted(articleFuture),
    },
    attachments: { live: liveFile.id, draft: draftFile.id, figure: figure.id },
    attachmentFile: String(liveFile.filename),
    picture: String(picture.filename),
    slugs: { topic: String(topic.slug), series: String(series.slug) },
  }
}
