import type { Payload } from 'payload'
import { checkedContent } from './check-content'
import { loadBulletin } from './load-bulletin'
import { loadFrame } from './load-frame'
import { loadMembers } from './load-members'
import { loadWriting } from './load-writing'
import type { Content } from './read-content'

const HOLDS_CONTENT = ['briefings', 'articles', 'topics', 'sources', 'members', 'staff'] as const

/** True while nobody has put anything of their own into the database. */
export async function isEmpty(payload: Payload): Promise<boolean> {
  for (const collection of HOLDS_CONTENT) {
    const { totalDocs } = await payload.count({ collection, overrideAccess: true })
    if (totalDocs > 0) return false
  }
  return true
}

export type SeedArguments = {
  readonly payload: Payload
  /** The folder of the content files. */
  readonly folder: string
  readonly passwordOf: (email: string) => string
  readonly now: Date
  readonly onProgress: (line: string) => void
}

/**
 * Loads the demonstration into the database.
 *
 * Safe to repeat, also after a crash at any line: what is there under the same slug, reference, key or address is left
 * as it stands. Nothing is loaded unless all content is sound.
 *
 * @throws {ContentFault} listing every fault of the content files.
 */
export async function seedDemonstration(seed: SeedArguments): Promise<Content> {
  const { payload, now, onProgress } = seed
  const content = checkedContent(seed.folder)
  const frame = await loadFrame(payload, content, seed.passwordOf)
  onProgress(`Topics, staff, organisations and ${content.sources.length} sources`)
  const members = await loadMembers(payload, content, frame, now)
  const briefings = await loadWriting(payload, content, frame, onProgress)
  await loadBulletin({ payload, content, frame, members, briefings, now })
  return content
}
