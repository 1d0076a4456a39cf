import type { Audience } from '@/access/viewer'
import type { IndexFile } from './index-file'

/** Raised when the tables change: an index of another layout is left behind and built anew. */
const LAYOUT = 3

export const AUDIENCES: readonly Audience[] = ['public', 'members']

/** The columns that say what a briefing is about, and how much a word found in each weighs; one in the text weighs 1. */
export const FRONT_WEIGHTS = {
  title: 4,
  reference: 4,
  authors: 1,
  topics: 2,
  synonyms: 1,
  summary: 2,
  headings: 2,
} as const

export const FRONT_COLUMNS = Object.keys(FRONT_WEIGHTS).join(', ')

/** All that is searched of a briefing. */
export const COLUMNS = `${FRONT_COLUMNS}, text`

/** The tables of one audience in one generation. Two audiences share nothing, so neither knows the other's words. */
export type TableSet = {
  readonly doc: string
  readonly passage: string
  /** A row a briefing, stemmed: for finding and ranking. */
  readonly fts: string
  /** The same without the text: in its own short measure, a word in a title does not drown in a long text. */
  readonly front: string
  /** A row a briefing, as written: for phrases, exclusions and titles begun. */
  readonly words: string
  /** The words of a briefing and nothing of where they stand: small enough to count all. */
  readonly terms: string
  /** The dictionary of spelling: every word, and how many briefings hold it. */
  readonly vocabulary: string
}

export function tableSet(audience: Audience, generation: number): TableSet {
  const named = (name: string) => `${audience}_${generation}_${name}`
  return {
    doc: named('doc'),
    passage: named('passage'),
    fts: named('fts'),
    front: named('front'),
    words: named('words'),
    terms: named('terms'),
    vocabulary: named('vocabulary'),
  }
}

const AS_WRITTEN = "tokenize = 'unicode61 remove_diacritics 2'"

/**
 * Whether a table keeps the texts it was given. One that does not is half the size, but goes on counting the length of what
 * was deleted: a visitor would learn from the order of results that something was withdrawn. So the public tables keep theirs.
 */
const KEEPING: Readonly<Record<Audience, string>> = {
  public: '',
  members: "content = '', contentless_delete = 1,",
}

/** Row numbers are never given twice: what a process remembers of a briefing by number stays true. */
const definitions = (set: TableSet, keeping: string): string => `
  CREATE TABLE ${set.doc} (
    rid INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, fingerprint TEXT NOT NULL,
    reference_key TEXT, title_key TEXT, published_at TEXT, published_on TEXT, facets TEXT
  );
  CREATE TABLE ${set.passage} (
    rid INTEGER PRIMARY KEY, doc INTEGER NOT NULL, place INTEGER NOT NULL,
    anchor TEXT, heading TEXT, text TEXT
  );
  CREATE INDEX ${set.passage}_doc ON ${set.passage} (doc);
  CREATE VIRTUAL TABLE ${set.fts} USING fts5 (
    ${COLUMNS}, ${keeping}
    tokenize = 'porter unicode61 remove_diacritics 2'
  );
  CREATE VIRTUAL TABLE ${set.front} USING fts5 (
    ${FRONT_COLUMNS}, ${keeping}
    tokenize = 'porter unicode61 remove_diacritics 2'
  );
  CREATE VIRTUAL TABLE ${set.words} USING fts5 (
    ${COLUMNS}, ${keeping} ${AS_WRITTEN}
  );
  CREATE VIRTUAL TABLE ${set.terms} USING fts5 (
    text, ${keeping} detail = none, ${AS_WRITTEN}
  );
  CREATE VIRTUAL TABLE ${set.vocabulary} USING fts5vocab (${set.terms}, row);
`

export function createGeneration(file: IndexFile, generation: number): void {
  for (const audience of AUDIENCES) {
    file.exec(definitions(tableSet(audience, generation), KEEPING[audience]))
  }
}

function dropGeneration(file: IndexFile, generation: number): void {
  for (const audience of AUDIENCES) {
    const { doc, passage, fts, front, words, terms, vocabulary } = tableSet(audience, generation)
    for (const table of [vocabulary, terms, words, front, fts, passage, doc]) {
      file.exec(`DROP TABLE IF EXISTS ${table}`)
    }
  }
}

/** The generation that answers. */
export const currentGeneration = (file: IndexFile): number =>
  Number(file.rows('SELECT current FROM pointer')[0]?.current)

/** A number no generation has had. Call it inside `writing`. */
export function takeGeneration(file: IndexFile): number {
  file.exec('UPDATE pointer SET taken = taken + 1')
  return Number(file.rows('SELECT taken FROM pointer')[0]?.taken)
}

/** Lets `generation` answer from now on and drops those before it. A later one that answers already stays. */
export function installGeneration(file: IndexFile, generation: number): void {
  const current = currentGeneration(file)
  const installed = Math.max(current, generation)
  file.run('UPDATE pointer SET current = ?', [installed])
  const [oldest] = file.rows('SELECT oldest FROM pointer')
  for (let old = Number(oldest?.oldest); old < installed; old += 1) dropGeneration(file, old)
  file.run('UPDATE pointer SET oldest = ?', [installed])
}

/** Views and tables of the layout before, whose names are no longer used. */
function dropEarlierLayout(file: IndexFile): void {
  const left = file.rows(
    `SELECT type, name FROM sqlite_schema WHERE name LIKE '%\\_searched' ESCAPE '\\' OR name LIKE '%\\_facet' ESCAPE '\\'`,
  )
  for (const { type, name } of left) file.exec(`DROP ${String(type)} "${String(name)}"`)
}

/** Makes the tables of a new file, and builds anew what another version of this project made. */
export function prepareTables(file: IndexFile): void {
  file.writing(() => {
    file.exec('CREATE TABLE IF NOT EXISTS pointer (current INTEGER, taken INTEGER, oldest INTEGER)')
    file.exec('CREATE TABLE IF NOT EXISTS synonyms (rules TEXT NOT NULL)')
    if (file.rows('SELECT 1 FROM pointer').length === 0) {
      file.exec('INSERT INTO pointer VALUES (0, 0, 1)')
    }
    if (Number(file.rows('PRAGMA user_version')[0]?.user_version) === LAYOUT) return
    const generation = takeGeneration(file)
    createGeneration(file, generation)
    installGeneration(file, generation)
    dropEarlierLayout(file)
    file.exec(`PRAGMA user_version = ${LAYOUT}`)
  })
}
