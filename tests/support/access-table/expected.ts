import { EVERYBODY, type Who } from './people'

/** A cell written by hand: what one person may do with one collection. */
export type Cell = {
  readonly slug: string
  readonly operation: string
  readonly who: Who
  readonly expected: string
}

/** Reads a table whose columns are an operation and everybody, in their order. */
export function cellsOf(slug: string, table: string): readonly Cell[] {
  return table
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [operation = '', ...words] = line.trim().split(/\s+/)
      if (words.length !== EVERYBODY.length)
        throw new Error(`${slug}: “${line.trim()}” is not whole.`)
      return EVERYBODY.map((who, n) => ({ slug, operation, who, expected: words[n] ?? '' }))
    })
}
