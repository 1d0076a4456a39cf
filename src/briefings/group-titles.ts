import { toIsoDate } from '@/lib/london-time'
import type { TitleLine } from './list-titles'

export type TitleGroup = {
  readonly name: string
  /** Without `#`. */
  readonly anchor: string
  readonly lines: readonly TitleLine[]
}

const OTHERS = '0–9'

const collator = new Intl.Collator('en-GB', { numeric: true, sensitivity: 'base' })

/** A title as it is looked up: without marks before its first word, and without `A`, `An` or `The`. */
const lookedUp = (title: string): string =>
  title.replace(/^[^\p{L}\p{N}]+/u, '').replace(/^(?:an?|the)\s+(?=\S)/i, '')

function letterOf(title: string): string {
  const [first = ''] = lookedUp(title).normalize('NFKD').toUpperCase()
  return /[A-Z]/.test(first) ? first : OTHERS
}

function grouped(
  lines: readonly TitleLine[],
  nameOf: (line: TitleLine) => string,
  anchorOf: (name: string) => string,
): readonly TitleGroup[] {
  const groups = new Map<string, TitleLine[]>()
  for (const line of lines) {
    const name = nameOf(line)
    const group = groups.get(name)
    if (group) group.push(line)
    else groups.set(name, [line])
  }
  return [...groups].map(([name, held]) => ({ name, anchor: anchorOf(name), lines: held }))
}

/** By first letter, in the order of a dictionary; what begins with no letter of ours comes first. */
export const byLetter = (lines: readonly TitleLine[]): readonly TitleGroup[] =>
  grouped(
    lines
      .map((line) => ({
        line,
        key: lookedUp(line.title),
        isOther: letterOf(line.title) === OTHERS,
      }))
      .toSorted((a, b) => Number(b.isOther) - Number(a.isOther) || collator.compare(a.key, b.key))
      .map(({ line }) => line),
    ({ title }) => letterOf(title),
    (name) => (name === OTHERS ? 'letter-other' : `letter-${name.toLowerCase()}`),
  )

/** By the year of publication in London, in the order given. */
export const byYear = (lines: readonly TitleLine[]): readonly TitleGroup[] =>
  grouped(
    lines,
    ({ publishedAt }) => toIsoDate(publishedAt).slice(0, 4),
    (name) => `year-${name}`,
  )
