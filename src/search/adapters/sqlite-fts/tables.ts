import type { Audience } from '@/access/viewer'
import type { IndexFile } from './index-file'

/** Raised when the tables change: an index of another layout is left behind and built anew. */
const LAYOUT = 1

export const AUDIENCES: readonly Audience[] = ['public', 'members']

/**
 * The searched columns, and how much a word found in each weighs.
 * The first seven are the briefing's and stand on every passage; the last two are the passage's own.
 */
export const COLUMN_WEIGHTS = {
  title: 4,
  reference: 4,
  authors: 1,
  topics: 2,
  synonyms: 1,
  summary: 2,
  heading: 2,
  text: 1,
} as const

export const COLUMNS = Object.keys(COLUMN_WEIGHTS).join(', ')

/** The tables of one audience in one generation. Two audiences share nothing, so neither knows the other's words. */
export type TableSet = {
  readonly doc: string
  readonly passage: string
  readonly searched: string
  /** Stemmed, for finding and ranking. */
  readonly fts: string
  /** As written, for phrases, for words begun, and as the dictionary of spelling. */
  readonly words: string
  readonly vocabulary: string
  readonly facet: string
}

export function tableSet(audience: Audience, generation: number): TableSet {
  const named = (name: string) => `${audience}_${generation}_${name}`
  return {
    doc: named('doc'),
    passage: named('passage'),
    searched: named('searched'),
    fts: named('fts'),
    words: named('words'),
    vocabulary: named('vocabulary'),
    facet: named('facet'),
  }
}

const definitions = (set: TableSet): string => `
  CREATE TABLE ${set.doc} (
    rid INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, fingerprint TEXT NOT NULL,
    title TEXT, reference TEXT, authors TEXT, topics TEXT, synonyms TEXT, summary TEXT,
    reference_key TEXT, title_key TEXT, published_at TEXT, published_on TEXT
  );
  CREATE INDEX ${set.doc}_published ON ${set.doc} (published_at);
  CREATE TABLE ${set.passage} (
    rid INTEGER PRIMARY KEY, doc INTEGER NOT NULL, anchor TEXT, heading TEXT, text TEXT
  );
  CREATE INDEX ${set.passage}_doc ON ${set.passage} (doc);
  CREATE VIEW ${set.searched} AS
    SELECT p.rid, p.doc, title, reference, authors, topics, synonyms, summary, heading, text
    FROM ${set.passage} p JOIN ${set.doc} d ON d.rid = p.doc;
  CREATE VIRTUAL TABLE ${set.fts} USING fts5 (
    ${COLUMNS}, content = '${set.searched}', content_rowid = 'rid',
    tokenize = 'porter unicode61 remove_diacritics 2'
  );
  CREATE VIRTUAL TABLE ${set.words} USING fts5 (
    ${COLUMNS}, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2'
  );
  CREATE VIRTUAL TABLE ${set.vocabulary} USING fts5vocab (${set.words}, row);
  CREATE TABLE ${set.facet} (
    doc INTEGER NOT NULL, field TEXT NOT NULL, value TEXT NOT NULL, label TEXT NOT NULL,
    PRIMARY KEY (doc, field, value)
  ) WITHOUT ROWID;
  CREATE INDEX ${set.facet}_value ON ${set.facet} (field, value);
`

export function createGeneration(file: IndexFile, generation: number): void {
  for (const audience of AUDIENCES) file.exec(definitions(tableSet(audience, generation)))
}

function dropGeneration(file: IndexFile, generation: number): void {
  for (const audience of AUDIENCES) {
    const { doc, passage, searched, fts, words, vocabulary, facet } = tableSet(audience, generation)
    file.exec(`DROP TABLE IF EXISTS ${vocabulary}; DROP TABLE IF EXISTS ${words};
      DROP TABLE IF EXISTS ${fts}; DROP VIEW IF EXISTS ${searched};
      DROP TABLE IF EXISTS ${facet}; DROP TABLE IF EXISTS ${passage}; DROP TABLE IF EXISTS ${doc}`)
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

/** Makes the tables of a new file, and builds anew what another version of this project made. */
export function prepareTables(file: IndexFile): void {
  file.writing(() => {
    file.exec('CREATE TABLE IF NOT EXISTS pointer (current INTEGER, taken INTEGER, oldest INTEGER)')
    if (file.rows('SELECT 1 FROM pointer').length === 0) {
      file.exec('INSERT INTO pointer VALUES (0, 0, 1)')
    }
    if (Number(file.rows('PRAGMA user_version')[0]?.user_version) === LAYOUT) return
    const generation = takeGeneration(file)
    createGeneration(file, generation)
    installGeneration(file, generation)
    file.exec(`PRAGMA user_version = ${LAYOUT}`)
  })
}
