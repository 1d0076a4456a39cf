import { blocksOf, type LexicalDocument, plainText } from '@/lib/lexical/nodes'

const LONGEST = 1000
const sentences = new Intl.Segmenter('en-GB', { granularity: 'sentence' })

function shortened(sentence: string): string {
  if (sentence.length <= LONGEST) return sentence
  const cut = sentence.slice(0, LONGEST - 1)
  const end = cut.lastIndexOf(' ')
  return `${(end > 0 ? cut.slice(0, end) : cut).replace(/\p{Surrogate}$/u, '').trimEnd()}…`
}

/** The first sentence of a text: of its first paragraph, or of whatever it begins with where there is none. */
export function firstSentence(document: LexicalDocument | null): string | null {
  const blocks = blocksOf(document)
  const words = (type: string) =>
    blocks.filter((block) => block.type === type).map((block) => plainText([block]))
  const text = words('paragraph').find(Boolean) ?? plainText(blocks)
  const line = text.replace(/\s+/g, ' ').trim()
  const first = [...sentences.segment(line)][0]?.segment.trim()
  return first ? shortened(first) : null
}
