import type { Source } from '@/payload-types'
import { canonicalUrl } from './canonical-url'

/** What two sources are compared by. */
export type Comparable = Pick<Source, 'title' | 'authors' | 'year' | 'doi' | 'url'>

export type Likeness = 'doi' | 'url' | 'work'

export const LIKENESS_IN_WORDS: Readonly<Record<Likeness, string>> = {
  doi: 'the same DOI',
  url: 'the same web address',
  work: 'the same title, year and first author',
}

const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** `Smith, Jane`, `Jane Smith` and `J. Smith` begin one key: the family name. */
function familyName(author: string | undefined): string {
  if (!author) return ''
  const [family = '', given] = author.split(',')
  return folded(given === undefined ? (author.split(/\s+/).at(-1) ?? '') : family)
}

/** The keys of a source, the surest first. Two sources that share one are probably the same. */
export function keysOf({ title, authors, year, doi, url }: Comparable): [Likeness, string][] {
  const address = canonicalUrl(url)
  const ofAddress: [Likeness, string][] = address ? [['url', address]] : []
  const ofDoi: [Likeness, string][] = doi ? [['doi', doi.toLowerCase()]] : []
  const work = [folded(title), year ?? '', familyName(authors?.[0])].join('|')
  return [...ofDoi, ...ofAddress, ['work', work]]
}

/** Two different DOIs are two sources, whatever else they share. */
const contradicts = (one: Comparable, other: Comparable): boolean =>
  Boolean(one.doi && other.doi) && one.doi?.toLowerCase() !== other.doi?.toLowerCase()

export type Likely<T> = { readonly source: T; readonly by: Likeness }

/** Finds what is probably the same source among those it was given, the surest likeness first. */
export function likenessesAmong<T extends Comparable>(sources: readonly T[]) {
  const byKey = new Map<string, T[]>()
  for (const source of sources) {
    for (const [by, key] of keysOf(source)) {
      byKey.set(`${by} ${key}`, [...(byKey.get(`${by} ${key}`) ?? []), source])
    }
  }
  return (asked: Comparable): Likely<T>[] => {
    const found = new Map<T, Likeness>()
    for (const [by, key] of keysOf(asked)) {
      for (const source of byKey.get(`${by} ${key}`) ?? []) {
        if (source === asked || contradicts(source, asked) || found.has(source)) continue
        found.set(source, by)
      }
    }
    return [...found].map(([source, by]) => ({ source, by }))
  }
}
