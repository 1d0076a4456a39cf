import { randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Payload } from 'payload'
import { type Planter, planterFor } from './planter'
import { plantColleague } from './plant-colleague'
import { plantPass } from './plant-pass'
import { plantPeople } from './plant-people'
import { plantTokens } from './plant-tokens'
import { plantWriting } from './plant-writing'
import { schemaPaths } from './schema-paths'
import type { World } from './world'

/** Records the service alone writes, in a state in which no loop takes them up. */
const AT_REST: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'bulletin-issues': {
    key: 'weekly:2020-01-03',
    state: 'cancelled',
    slotAt: '2020-01-03T07:30:00.000Z',
  },
  'bulletin-deliveries': { state: 'sent' },
  'bulletin-letters': { state: 'sent' },
  'account-mails': { state: 'sent' },
  'join-requests': { state: 'known' },
  'address-changes': { state: 'stopped' },
  'evidence-looks': { url: 'https://example.org/looked-at', nextAt: '2099-01-01T00:00:00.000Z' },
  'best-bets': { from: '2024-01-01T00:00:00.000Z', until: '2099-01-01T00:00:00.000Z' },
}

/** Their reference leads to the member planted first, who may meet them in the export of what is kept. */
const OF_THE_FIRST_MEMBER = new Set(['member-sessions', 'address-changes', 'colleague-passes'])

const ALREADY_THERE = new Set(['payload-migrations'])

/** A row in every collection that has none yet, whatever collections there are. */
async function plantTheRest(payload: Payload, planter: Planter): Promise<void> {
  for (const { slug } of payload.config.collections) {
    if (planter.references[slug] || ALREADY_THERE.has(slug)) continue
    const owner = OF_THE_FIRST_MEMBER.has(slug) ? ('lapsed' as const) : undefined
    await planter.plantBeneath(slug, { owner, values: AT_REST[slug] ?? {} })
  }
}

function plantOrphan(planter: Planter, dataDir: string, folder: string, ending: string): string {
  const name = `${randomBytes(12).toString('hex')}.${ending}`
  const word = planter.word('files.named by no row')
  writeFileSync(path.join(dataDir, 'uploads', folder, name), `%PDF-1.4 ${word}`)
  return name
}

/**
 * Fills an empty database so that every field of every collection, every stage of what is written, every file and every
 * address carries its own mark.
 */
export async function plantWorld(payload: Payload, dataDir: string): Promise<World> {
  const planter = planterFor(payload)
  const colleague = await plantColleague(payload, planter)
  const another = await plantColleague(payload, planter)
  const writing = await plantWriting(payload, planter, another.id)
  const { lapsed, ...people } = await plantPeople({
    payload,
    planter,
    liveBriefing: writing.briefings.live.id,
  })
  await plantTheRest(payload, planter)
  const passCookie = await plantPass(payload, planter, writing.briefings.lent.id)
  const tokens = await plantTokens({ payload, planter, lapsed, lent: writing.briefings.lent.id })
  const { attachmentFile, picture, slugs, ...written } = writing
  return {
    ...written,
    ...people,
    memberCookies: { ...people.memberCookies, 'pass-holder': passCookie },
    tokens,
    issue: '',
    marks: planter.marks,
    schema: schemaPaths(payload.config.collections, planter.marks),
    rows: planter.references as Record<string, string>,
    files: {
      attachment: attachmentFile,
      picture,
      orphan: plantOrphan(planter, dataDir, 'attachments', 'pdf'),
      orphanPicture: plantOrphan(planter, dataDir, 'media', 'png'),
    },
    slugs: { ...slugs, officer: String(colleague.slug) },
  }
}
