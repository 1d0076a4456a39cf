import { toSlug } from '@/lib/slug'
import type { BriefingLine } from './briefing-line'
import type { Fault } from './faults'

type Key = readonly [field: string, key: string]

/** By what a line is found: its reference and its slug, or its title where it has neither. */
function ownKeys({ reference, slug, title }: BriefingLine): Key[] {
  const keys: Key[] = []
  if (reference) keys.push(['reference', `reference ${reference}`])
  if (slug) keys.push(['slug', `slug ${slug}`])
  return keys.length > 0 ? keys : [['title', `title ${title}`]]
}

/** Which line of a file brought which briefing, so that a second one for it is refused. */
export class FileKeys {
  private readonly lines = new Map<string, number>()

  /** Why the line is a second one for its briefing, or null. */
  repeats(line: BriefingLine): Fault | null {
    for (const [field, key] of ownKeys(line)) {
      const first = this.lines.get(key)
      if (first !== undefined) return repeatOf(field, first)
    }
    return null
  }

  /** The same for a line found to mean a stored briefing. */
  repeatsBriefing(line: BriefingLine, id: string): Fault | null {
    const first = this.lines.get(`id ${id}`)
    return first === undefined ? null : repeatOf(ownKeys(line)[0]?.[0] ?? 'title', first)
  }

  /** Every key that a later line could name this one by. */
  note(number: number, line: BriefingLine, id: string | null): void {
    const keys = [
      ...ownKeys(line).map(([, key]) => key),
      `title ${line.title}`,
      `slug ${line.slug ?? toSlug(line.title)}`,
      ...(id === null ? [] : [`id ${id}`]),
    ]
    for (const key of keys) if (!this.lines.has(key)) this.lines.set(key, number)
  }
}

const repeatOf = (field: string, first: number): Fault => ({
  field,
  message: `is that of line ${first} already`,
})
