import type { Answer } from './ask'
import { marksWithin } from './look-for-marks'
import type { Audience, Mark, MarkBook } from './marks'
import { maySee, type PersonaName } from './personas'

export type Leak = {
  readonly persona: PersonaName | 'a log' | 'a built file'
  readonly asked: string
  /** What the mark stands for; never the mark itself, which says nothing to a reader. */
  readonly of: string
}

const AUDIENCES: readonly Audience[] = [
  'public',
  'members',
  'own',
  'owner alone',
  'staff',
  'administrators',
  'nobody',
]

/** What its holder must meet of a text that was lent: else the pass opens nothing, and its column shows nothing. */
const MET_BY_ITS_OWNER = /^briefings\.(keyPoints|body: an? )/

const isMet = ({ of, owner }: Mark, persona: PersonaName): boolean =>
  owner === null || owner === persona || !MET_BY_ITS_OWNER.test(of)

const headersAsText = ({ headers }: Answer): Buffer =>
  Buffer.from(
    Object.entries(headers)
      .map(([name, value]) => `${name}: ${String(value)}`)
      .join('\n'),
  )

/** Looks into every answer, and remembers what leaked and what was seen by those who may. */
export function inspectorFor(book: MarkBook) {
  const leaks = new Map<string, Leak>()
  const seen = new Set<Mark>()

  const note = (persona: Leak['persona'], asked: string, { of }: Mark) =>
    leaks.set(`${persona} ${of} ${asked}`, { persona, asked, of })

  return {
    leaks: (): readonly Leak[] => [...leaks.values()],
    /** Marks nobody met who may, and those of a lent text that its holder did not meet: where there are many, the audit is blind. */
    unseen: (): readonly Mark[] => [...book.values()].filter((mark) => !seen.has(mark)),
    /** The furthest audience whose marks stand in this answer, or null for none. */
    inspect: (persona: PersonaName, asked: string, answer: Answer): Audience | null => {
      const said = marksWithin(Buffer.from(asked), book)
      const found = new Set(
        [answer.body, ...(answer.raw === answer.body ? [] : [answer.raw]), headersAsText(answer)]
          .map((bytes) => [...marksWithin(bytes, book)])
          .flat()
          // What was asked for is said back: that is no news to the asker.
          .filter((mark) => !said.has(mark)),
      )
      for (const mark of found) {
        if (!maySee(persona, mark)) note(persona, asked, mark)
        else if (isMet(mark, persona)) seen.add(mark)
      }
      const furthest = Math.max(
        ...[...found].map(({ audience }) => AUDIENCES.indexOf(audience)),
        -1,
      )
      return AUDIENCES[furthest] ?? null
    },
    /** For an answer with more than what is public in it, which a cache on its way may keep for whoever comes next. */
    noteKept: (persona: PersonaName, asked: string, audience: Audience): void => {
      leaks.set(`kept ${persona} ${asked}`, {
        persona,
        asked,
        of: `what any cache may keep (${audience})`,
      })
    },
    /** For bytes nobody may find anything in but what is public. */
    inspectStore: (where: 'a log' | 'a built file', name: string, bytes: Buffer): void => {
      for (const mark of marksWithin(bytes, book)) {
        if (mark.audience !== 'public' || where === 'a log') note(where, name, mark)
      }
    },
  }
}

export type Inspector = ReturnType<typeof inspectorFor>
