import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import type { Inspector } from './inspect'
import { type MarkedSite, previewIn } from './marked-site'

function* filesBelow(folder: string): Generator<string> {
  if (!statSync(folder, { throwIfNoEntry: false })) return
  for (const name of readdirSync(folder)) {
    const file = path.join(folder, name)
    if (statSync(file).isDirectory()) yield* filesBelow(file)
    else yield file
  }
}

const TOO_LARGE = 5_000_000

/**
 * What the site keeps of its answers, and what it wrote in its log: neither may hold a mark.
 *
 * @returns how many files were read
 */
export function lookIntoStores(inspector: Inspector, site: MarkedSite, build: string): number {
  inspector.inspectStore('a log', 'the site’s output', Buffer.from(site.log()))
  const files = ['.next/server/app', '.next/cache/fetch-cache', '.next/cache/images']
    .flatMap((part) => [...filesBelow(path.join(build, part))])
    .filter((file) => statSync(file).size <= TOO_LARGE)
  for (const file of files) {
    inspector.inspectStore('a built file', path.relative(build, file), readFileSync(file))
  }
  return files.length
}

/**
 * Each mail that was written, and the Bulletin as it was shown to be before it went out: public parts and their own
 * address alone.
 *
 * @returns how many mails were read
 */
export function readMails(inspector: Inspector, { world, dataDir }: MarkedSite): number {
  const mails = [...filesBelow(path.join(dataDir, 'outbox')), previewIn(dataDir)].filter((mail) =>
    statSync(mail, { throwIfNoEntry: false })?.isFile(),
  )
  for (const mail of mails) {
    const body = readFileSync(mail)
    const to = /^To:.*?(lapsed|zq[a-z]{16}qz)/im.exec(body.toString('latin1'))?.[1] ?? ''
    const isTheMembers = world.memberAddress.startsWith(to) && to !== ''
    inspector.inspect(
      isTheMembers ? 'member' : 'anonymous',
      isTheMembers ? 'the mail to the member' : `a mail to ${to}`,
      { status: 200, headers: {}, raw: body, body },
    )
  }
  return mails.length
}

export type Read = {
  /** Null where a short walk reads none. */
  readonly mails: number | null
  readonly files: number
}

/** A Bulletin to each of the two members whose membership runs, and one that was only looked at; a wish for a new password besides. */
const FEWEST_MAILS = 3

/** What an audit would be blind to that read so little: a sentence each. */
export const leftUnread = ({ mails, files }: Read): readonly string[] => [
  ...(mails !== null && mails < FEWEST_MAILS
    ? [`${mails} mails were read, and ${FEWEST_MAILS} at least were to be`]
    : []),
  ...(files === 0 ? ['no file was read of what the site keeps on disk'] : []),
]
