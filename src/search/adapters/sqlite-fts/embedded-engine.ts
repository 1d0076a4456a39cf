import { renameSync, statSync } from 'node:fs'
import { type SearchEngine, SearchUnavailable } from '../../search-engine'
import { sqliteSearchEngine } from './sqlite-search-engine'

type Opened = { readonly engine: SearchEngine; readonly identity: string | null }

const DAMAGE = /^SQLITE_(CORRUPT|NOTADB|IOERR_SHORT_READ)/

const codesOf = (fault: unknown): string[] =>
  fault instanceof Error
    ? [...('code' in fault ? [String(fault.code)] : []), ...codesOf(fault.cause)]
    : []

const isDamage = (fault: unknown): boolean => codesOf(fault).some((code) => DAMAGE.test(code))

/** Another process is writing: the file itself is well. */
const isBusy = (fault: unknown): boolean =>
  codesOf(fault).some((code) => code.startsWith('SQLITE_BUSY'))

/** Which file stands at a path: another one after it was deleted or replaced, while the first is held open. */
function identityOf(path: string): string | null {
  try {
    return String(statSync(path).ino)
  } catch {
    return null
  }
}

function moveAside(path: string): void {
  try {
    renameSync(path, `${path}.damaged`)
  } catch {
    // It is not there, or another process was quicker: either way it stands in nobody's way.
  }
}

const COMPANIONS = ['-shm', '-wal']

function setAside(path: string): void {
  for (const end of [...COMPANIONS, '']) moveAside(`${path}${end}`)
}

/**
 * The embedded engine over a file that may be deleted, replaced or damaged while processes use it.
 *
 * A damaged file is set aside as `….damaged` and an empty one takes its place; one that was deleted or replaced is left
 * for the new one at the next call. `generation` changes with the file, so the indexing loop fills it again.
 */
export function embeddedEngine(path: string): SearchEngine {
  let opened: Opened | undefined

  const forget = async () => {
    const before = opened
    opened = undefined
    await before?.engine.close().catch(() => undefined)
  }

  function open(): Opened {
    const standing = identityOf(path)
    if (standing === null) for (const end of COMPANIONS) moveAside(`${path}${end}`)
    try {
      return { engine: sqliteSearchEngine(path), identity: identityOf(path) }
    } catch (fault) {
      if (isDamage(fault) && identityOf(path) === standing) setAside(path)
      throw new SearchUnavailable('The search index could not be opened.', { cause: fault })
    }
  }

  async function current(): Promise<Opened> {
    if (opened && opened.identity !== identityOf(path)) await forget()
    opened ??= open()
    return opened
  }

  async function asking<T>(work: (opened: Opened) => Promise<T>): Promise<T> {
    const used = await current()
    try {
      return await work(used)
    } catch (fault) {
      if (!isBusy(fault) && opened === used) await forget()
      if (isDamage(fault) && identityOf(path) === used.identity) setAside(path)
      throw fault
    }
  }

  return {
    name: 'sqlite',
    version: () => asking(({ engine }) => engine.version()),
    put: (documents) => asking(({ engine }) => engine.put(documents)),
    remove: (ids) => asking(({ engine }) => engine.remove(ids)),
    search: (audience, request) => asking(({ engine }) => engine.search(audience, request)),
    suggest: (audience, typed, limit) =>
      asking(({ engine }) => engine.suggest(audience, typed, limit)),
    fingerprints: (audience, ids) => asking(({ engine }) => engine.fingerprints(audience, ids)),
    count: (audience) => asking(({ engine }) => engine.count(audience)),
    useSynonyms: (rules) => asking(({ engine }) => engine.useSynonyms(rules)),
    generation: () =>
      asking(async ({ engine, identity }) => `${identity ?? ''} ${await engine.generation()}`),
    rebuild: (fill) => asking(({ engine }) => engine.rebuild(fill)),
    close: forget,
  }
}
