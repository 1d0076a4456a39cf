import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { PROJECT_ROOT } from '../building/project-root'
import { mustRun } from '../../tests/support/command'
import { askerOf } from './ask'
import { askEverythingTwice, type Put } from './ask-everything-twice'
import { inspectorFor, type Inspector, type Leak } from './inspect'
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

function* filesBelow(folder: string): Generator<string> {
  for (const name of readdirSync(folder)) {
    const file = path.join(folder, name)
    if (statSync(file).isDirectory()) yield* filesBelow(file)
    else yield file
  }
}

const TOO_LARGE = 5_000_000

/** What the site keeps of its answers, and what it wrote in its log: neither may hold a mark. */
function lookIntoStores(inspector: Inspector, site: MarkedSite, build: string): void {
  inspector.inspectStore('a log', 'the site’s output', Buffer.from(site.log()))
  for (const part of ['.next/server/app', '.next/cache/fetch-cache', '.next/cache/images']) {
    const folder = path.join(build, part)
    if (!statSync(folder, { throwIfNoEntry: false })) continue
    for (const file of filesBelow(folder)) {
      if (statSync(file).size > TOO_LARGE) continue
      inspector.inspectStore('a built file', path.relative(build, file), readFileSync(file))
    }
  }
}

/** Each mail that was written, and the Bulletin a member would get now: public parts and their own address alone. */
async function readMails(inspector: Inspector, { world, env, dataDir }: MarkedSite) {
  const preview = path.join(dataDir, 'preview.eml')
  await mustRun('bulletin', ['preview', '--as', world.memberAddress, '--out', preview], env)
  const outbox = path.join(dataDir, 'outbox')
  const mails = statSync(outbox, { throwIfNoEntry: false }) ? [...filesBelow(outbox)] : []
  const previewed = statSync(preview, { throwIfNoEntry: false }) ? [preview] : []
  for (const mail of [...mails, ...previewed]) {
    const body = readFileSync(mail)
    const to = /^To:.*?(lapsed|zq[a-z]{16}qz)/im.exec(body.toString('latin1'))?.[1] ?? ''
    const isTheMembers = world.memberAddress.startsWith(to) && to !== ''
    inspector.inspect(
      isTheMembers ? 'member' : 'anonymous',
      isTheMembers ? 'the mail to the member' : `a mail to ${to}`,
      { status: 200, headers: {}, raw: body, body },
    )
  }
  return mails.length + previewed.length
}

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
    if (!isQuick) await readMails(inspector, site)
    lookIntoStores(inspector, site, options.build ?? PROJECT_ROOT)
    const names = personas.map(({ name }) => name)
    return {
      leaks: inspector.leaks(),
      differences,
      puts,
      requests: count(),
      rows,
      unseen: inspector.unseen().filter(isReadable(names)),
      personas: names,
    }
  } finally {
    close()
  }
}
