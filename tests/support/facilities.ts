import { existsSync } from 'node:fs'
import path from 'node:path'

const BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** The browser the tests drive: `CHROMIUM_PATH`, or where Linux systems put one. */
export const chromiumPath = (): string | undefined =>
  [process.env.CHROMIUM_PATH, ...BROWSERS].find((path) => path !== undefined && existsSync(path))

/**
 * The MongoDB to test with. Of a `secantus` server, which looks through all retryable writes it ever had at each further
 * one, so that a write soon takes 19 ms instead of 3, none is asked for.
 */
export function mongodbUri(): string | undefined {
  const given = process.env.TEST_MONGODB_URI
  if (!given?.includes('replicaSet=secantus') || given.includes('retryWrites=')) return given
  return `${given}&retryWrites=false`
}

/** A Meilisearch server to test with, and its master key. */
export const meilisearchServer = (): { url: string; key: string | undefined } | undefined =>
  process.env.TEST_MEILISEARCH_URL
    ? { url: process.env.TEST_MEILISEARCH_URL, key: process.env.TEST_MEILISEARCH_KEY }
    : undefined

/** The Meilisearch program, for tests that kill it. */
export const meilisearchBinary = (): string | undefined => process.env.TEST_MEILISEARCH_BIN

const CISI = path.resolve(import.meta.dirname, '../../../shared/corpora/cisi')

/** A judged collection of long questions, which is not part of the project: where it stands beside it. */
export const cisiFolder = (): string | undefined => (existsSync(CISI) ? CISI : undefined)
