import { heading, paragraph, text } from '@/lib/lexical/make-nodes'
import type { LexicalNode } from '@/lib/lexical/nodes'
import { seededRandom, type SeededRandom } from '../../tests/support/seeded-random'
import type { Vocabulary } from './vocabulary'

export const TOPICS = 20
export const SERIES = 6
export const AUTHORS = 12
const SECTIONS = 10
const PARAGRAPHS_A_SECTION = 4
const WORDS_A_PARAGRAPH = 75
const SENTENCE = 15
const THEME = 30
const KEY_POINTS = 4
const TYPES = ['briefing', 'briefing', 'briefing', 'case-study', 'update'] as const
const DAY = 24 * 60 * 60 * 1000

export const WORDS_A_BRIEFING = SECTIONS * PARAGRAPHS_A_SECTION * WORDS_A_PARAGRAPH

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

/** A name nobody else uses, as archives are full of: the beginning of one word with the end of another. */
const coined = (random: SeededRandom, { telling }: Vocabulary): string =>
  capital(random.pick(telling).slice(0, 4) + random.pick(telling).slice(-4))

/** A writer of one briefing: words as the language uses them, some of a theme, now and then a name. */
function writer(random: SeededRandom, vocabulary: Vocabulary) {
  const theme = random.picks(THEME, vocabulary.telling)
  const names = Array.from({ length: 5 }, () => coined(random, vocabulary))
  const word = () => {
    const chance = random.fraction()
    if (chance < 0.004) return random.pick(names)
    return chance < 0.12 ? random.pick(theme) : vocabulary.draw(random)
  }
  const sentence = (count: number) => `${capital(Array.from({ length: count }, word).join(' '))}.`
  return {
    theme,
    sentence,
    paragraph: () =>
      Array.from({ length: WORDS_A_PARAGRAPH / SENTENCE }, () => sentence(SENTENCE)).join(' '),
  }
}

type Writer = ReturnType<typeof writer>

const section = (random: SeededRandom, { theme, paragraph: write }: Writer): LexicalNode[] => [
  heading('h2', [text(capital(random.picks(4, theme).join(' ')))]),
  ...Array.from({ length: PARAGRAPHS_A_SECTION }, () => paragraph([text(write())])),
]

export type MadeBriefing = ReturnType<typeof makeBriefing>

/** The row of the `number`th briefing: 3,000 words under ten headings. The same number makes the same briefing. */
export function makeBriefing(vocabulary: Vocabulary, number: number) {
  const random = seededRandom(number)
  const author = writer(random, vocabulary)
  const title = capital(random.picks(5, author.theme).join(' '))
  const at = new Date(Date.UTC(2008, 0, 1) + (number % 6000) * DAY).toISOString()
  const children = Array.from({ length: SECTIONS }, () => section(random, author)).flat()
  return {
    reference: `RB-${at.slice(0, 4)}-${String(number).padStart(5, '0')}`,
    slug: `bench-${number}`,
    title: `${title} ${number}`,
    summary: author.sentence(28),
    type: random.pick(TYPES),
    topicNumbers: [random.below(TOPICS), random.below(TOPICS)],
    seriesNumber: random.isLikely(0.5) ? random.below(SERIES) : null,
    authorNumber: random.below(AUTHORS),
    nations: random.isLikely(0.3) ? (['wales'] as const) : (['england', 'scotland'] as const),
    at,
    keyPoints: Array.from({ length: KEY_POINTS }, (_, at) => ({
      id: (number * KEY_POINTS + at).toString(16).padStart(24, '0'),
      text: author.sentence(SENTENCE),
    })),
    body: {
      root: { type: 'root', format: '', indent: 0, version: 1, direction: 'ltr', children },
    },
    readingMinutes: 13,
    headingCount: SECTIONS,
  }
}
