import type { Payload } from 'payload'
import { idsOf } from '@/lib/ids'
import { sameSubstance } from '@/lib/same-substance'
import type { BriefingLine } from './briefing-line'
import type { Fault, LineFault } from './faults'
import { latestOf, OVERLAID } from './find-briefing'
import { saveBriefing } from './save-briefing'

type Relation =
  | { readonly kind: 'faulty'; readonly faults: readonly Fault[] }
  | {
      readonly kind: 'related'
      /** Undefined where they are left as they are, for good or for now. */
      readonly ids: readonly string[] | undefined
      /** True while a briefing it names is yet to come from the file. */
      readonly isWaiting: boolean
    }

type Waiting = {
  readonly line: number
  readonly id: string
  readonly references: readonly string[]
}

export type NamingField = 'related' | 'replacedBy'

/** The references a line names in this field; null empties it, undefined leaves it as it is. */
function namesIn(line: BriefingLine, field: NamingField): readonly string[] | null | undefined {
  if (field === 'related') return line.related
  return typeof line.replacedBy === 'string' ? [line.replacedBy] : line.replacedBy
}

/** What the lines of a file name, as related or to be read instead: stored already, or coming from a later line. */
export class RelatedBriefings {
  private readonly expected = new Set<string>()
  private readonly waiting: Waiting[] = []

  constructor(
    private readonly payload: Payload,
    private readonly field: NamingField,
  ) {}

  expect({ reference }: BriefingLine): void {
    if (reference) this.expected.add(reference)
  }

  async of(line: BriefingLine): Promise<Relation> {
    const { reference } = line
    const related = namesIn(line, this.field)
    const faulty = (...messages: string[]): Relation => ({
      kind: 'faulty',
      faults: messages.map((message) => ({ field: this.field, message })),
    })
    if (!related)
      return { kind: 'related', ids: related === null ? [] : undefined, isWaiting: false }
    if (reference && related.includes(reference)) return faulty('names the briefing itself')
    const ids = await this.idsByReference(related)
    const missing = related.filter((name) => !ids.has(name))
    const unknown = missing.filter((name) => !this.expected.has(name))
    if (unknown.length > 0) {
      return faulty(
        ...unknown.map((name) => `names ${name}, which is neither stored nor in the file`),
      )
    }
    const isWaiting = missing.length > 0
    return { kind: 'related', isWaiting, ids: isWaiting ? undefined : known(related, ids) }
  }

  later(number: number, id: string, line: BriefingLine): void {
    this.waiting.push({ line: number, id, references: namesIn(line, this.field) ?? [] })
  }

  /** Relates the briefings whose relations came later in the file. @returns what could not be. */
  async relateAll(): Promise<LineFault[]> {
    const errors: LineFault[] = []
    for (const one of this.waiting) errors.push(...(await this.relate(one)))
    return errors
  }

  private async relate({ line, id, references }: Waiting): Promise<LineFault[]> {
    const ids = await this.idsByReference(references)
    const missing = references.filter((name) => !ids.has(name))
    const related = known(references, ids)
    const errors = missing.map((name) => `names ${name}, whose own line was refused`)
    const shown = await this.payload.findByID({
      collection: 'briefings',
      id,
      overrideAccess: true,
      depth: 0,
    })
    const latest = await latestOf(this.payload, shown)
    if (!latest) return [{ line, ...OVERLAID }]
    const before =
      this.field === 'related'
        ? idsOf(latest.related)
        : idsOf(latest.replacedBy ? [latest.replacedBy] : [])
    if (!sameSubstance(before, related)) {
      const { _status } = latest
      const data = this.field === 'related' ? { related } : { replacedBy: related[0] ?? null }
      const saving = await saveBriefing(this.payload, latest, { ...data, _status })
      if (saving.kind === 'faulty') return saving.faults.map((fault) => ({ line, ...fault }))
    }
    return errors.map((message) => ({ line, field: this.field, message }))
  }

  private async idsByReference(references: readonly string[]): Promise<Map<string, string>> {
    const { docs } = await this.payload.find({
      collection: 'briefings',
      overrideAccess: true,
      depth: 0,
      pagination: false,
      where: { reference: { in: [...references] } },
      select: { reference: true },
    })
    return new Map(docs.map(({ id, reference }) => [reference ?? '', id]))
  }
}

const known = (references: readonly string[], ids: ReadonlyMap<string, string>): string[] => [
  ...new Set(references.flatMap((name) => ids.get(name) ?? [])),
]
