import type { Answer, Ask } from './ask'
import { doorQuestions } from './door-questions'
import { inTurns } from './in-turns'
import type { Inspector } from './inspect'
import type { MarkedSite } from './marked-site'
import type { Persona, PersonaName } from './personas'
import {
  askTwice,
  type Difference,
  type Question,
  schemaQuestions,
  siteQuestions,
} from './questions'
import { staffQuestions } from './staff-questions'
import { headersOf } from './walk'

/** How many of the questions one persona may ask were put, of how many there are. */
export type Put = {
  readonly persona: PersonaName
  readonly about: 'the doors' | 'every field' | 'fields kept from them' | 'the site'
  readonly put: number
  readonly of: number
}

type Asking = {
  readonly ask: Ask
  readonly inspector: Inspector
  readonly personas: readonly Persona[]
  readonly site: Pick<MarkedSite, 'world' | 'url'>
  /** One question of the schema in so many. */
  readonly every: number
  /** No further than the first fault, and readers other than visitors by one question in ten of those. */
  readonly isQuick: boolean
  readonly onProgress: (line: string) => void
}

const READS_MEMBER_TEXT: ReadonlySet<PersonaName> = new Set(['other-member', 'member'])

type Part = { readonly about: Put['about']; readonly all: readonly Question[]; readonly in: number }

/** What a persona asks: everything of what it may ask, each to be put once in so many. */
function partsFor(name: PersonaName, { site, every, isQuick }: Asking): readonly Part[] {
  const { world, url } = site
  // Of the site's own searches, and of what an officer asks, more is put: that is what readers and staff use.
  const often = Math.ceil(every / 10)
  const ofSite = siteQuestions(world, READS_MEMBER_TEXT.has(name))
  switch (name) {
    case 'officer':
    case 'administrator':
      return [{ about: 'fields kept from them', all: staffQuestions(name, world), in: often }]
    case 'pass-holder':
      // To search a holder is a visitor: one question in ten of theirs shows whether that holds.
      return [{ about: 'the site', all: ofSite, in: every * 10 }]
    default: {
      const isVisitor = name === 'anonymous'
      return [
        ...(isVisitor
          ? [{ about: 'the doors', all: doorQuestions(world, url), in: 1 } as const]
          : []),
        {
          about: 'every field',
          all: schemaQuestions(world),
          in: isQuick && !isVisitor ? every * 10 : every,
        },
        { about: 'the site', all: ofSite, in: isQuick ? 7 : often },
      ]
    }
  }
}

/** Puts every question twice as every persona that may ask it, with a guess that is right and one that is not. */
export async function askEverythingTwice(asking: Asking) {
  const { ask, inspector, personas, isQuick, onProgress } = asking
  const differences: Difference[] = []
  const puts: Put[] = []
  const isEnough = () => isQuick && differences.length + inspector.leaks().length > 0
  const put = async (persona: Persona, { about, all, in: stride }: Part) => {
    const questions = all.filter((_, n) => n % stride === 0)
    onProgress(`Asking ${questions.length} questions about ${about} twice as ${persona.name}`)
    puts.push({ persona: persona.name, about, put: questions.length, of: all.length })
    const inspect = (asked: string, answer: Answer) =>
      inspector.inspect(persona.name, asked, answer)
    await inTurns(
      questions,
      // One after another at the doors: they count them.
      about === 'the doors' ? 1 : 6,
      async (question) => {
        const difference = await askTwice(ask, persona.name, question, headersOf(persona), inspect)
        if (difference) differences.push(difference)
      },
      isEnough,
    )
  }
  for (const persona of personas) {
    for (const part of partsFor(persona.name, asking)) await put(persona, part)
  }
  return { differences, puts }
}
