import { lexicalBody } from '../lexical'
import type { SeededRandom } from '../seeded-random'
import { NEUTRAL_WORDS, PLANTED_WORDS, PUBLIC_WORDS } from './words'

export type MemberText = {
  readonly keyPoints: { text: string }[]
  readonly body: ReturnType<typeof lexicalBody>
  readonly sourceTitle: string
  readonly changeNote: string
}

const PARAGRAPHS = 4
const WORDS_A_PARAGRAPH = 45

/**
 * The text for members of one briefing, in the same number of words, headings and case studies with and without planted
 * words, since those numbers are public. Public words are planted too: they would change what an index thinks is rare.
 */
export function memberText(random: SeededRandom, isPlanted: boolean): MemberText {
  const word = () => {
    const planted = random.pick(random.isLikely(0.5) ? PLANTED_WORDS : PUBLIC_WORDS)
    const neutral = random.pick(NEUTRAL_WORDS)
    return isPlanted ? planted : neutral
  }
  const words = (count: number) => Array.from({ length: count }, word).join(' ')
  const parts = Array.from({ length: PARAGRAPHS }, () => [
    { heading: words(3) },
    words(WORDS_A_PARAGRAPH),
  ]).flat()
  const caseStudy = { title: words(2), who: words(1), where: words(1), what: words(8) }
  return {
    keyPoints: [{ text: words(8) }, { text: words(8) }],
    body: lexicalBody(...parts, { caseStudy: { ...caseStudy, outcome: words(8) } }),
    sourceTitle: words(5),
    changeNote: words(6),
  }
}
