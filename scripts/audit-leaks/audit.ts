import { PROJECT_ROOT } from '../building/project-root'
import { askerOf } from './ask'
import { askEverythingTwice, type Put } from './ask-everything-twice'
import { inspectorFor, type Leak } from './inspect'
import { leftUnread, lookIntoStores, type Read, readMails } from './look-into-stores'
import type { MarkedSite } from './marked-site'
import { bookOf, type Mark } from './marks'
import type { Difference } from './questions'
import { signInPersonas } from './sign-in-personas'
import { type WalkedRow, walkTheSite } from './walk'

export type Audited = {
  readonly leaks: readonly Leak[]
  readonly differences: readonly Difference[]
  /** What was asked twice, and what was left out. */
  readonly puts: readonly Put[]
  readonly requests: number
  readonly rows: readonly WalkedRow[]
  /** Marks nobody met who may. */
  readonly unseen: readonly Mark[]
  readonly personas: readonly string[]
  readonly read: Read
  /** What was to be read and was not: a sentence each. */
  readonly unread: readonly string[]
}

export type AuditOptions = {
  readonly onProgress: (line: string) => void
  /** Ask about one field in `every`; 1 asks about each. */
  readonly every?: number
  /** As four personas, by one way each, with fewer words, and no further than the first fault. */
  readonly isQuick?: boolean
  /** Where the build is that was served. */
  readonly build?: string
}

const QUICKLY = new Set(['anonymous', 'lapsed', 'member', 'pass-holder'])

/** Where who has it does not walk, nobody is to meet it. */
const isReadable =
  (personas: readonly string[]) =>
  ({ audience, kind, owner }: Mark): boolean =>
    kind === 'word' &&
    (audience === 'public' || audience === 'members') &&
    (owner === null || personas.includes(owner))

/** The whole audit of a site that was planted with marks. */
export async function audit(site: MarkedSite, options: AuditOptions): Promise<Audited> {
  const { ask, count, close } = askerOf(site.url)
  try {
    const { onProgress, isQuick = false, every = 1 } = options
    const inspector = inspectorFor(bookOf(site.world.marks))
    const everybody = await signInPersonas(ask, site.url, site.world)
    const personas = everybody.filter(({ name }) => !isQuick || QUICKLY.has(name))
    const { world, collections } = site
    const rows = await walkTheSite({
      ask,
      inspector,
      personas,
      world,
      collections,
      isQuick,
      onProgress,
    })
    const { differences, puts } = await askEverythingTwice({
      ask,
      inspector,
      personas,
      site,
      every,
      isQuick,
      onProgress,
    })
    const read = {
      mails: isQuick ? null : readMails(inspector, site),
      files: lookIntoStores(inspector, site, options.build ?? PROJECT_ROOT),
    }
    const names = personas.map(({ name }) => name)
    return {
      leaks: inspector.leaks(),
      differences,
      puts,
      requests: count(),
      rows,
      unseen: inspector.unseen().filter(isReadable(names)),
      personas: names,
      read,
      unread: leftUnread(read),
    }
  } finally {
    close()
  }
}
