import GithubSlugger from 'github-slugger'
import { blocksOf, type LexicalNode, plainText } from './nodes'

export type Heading = { readonly level: 2 | 3; readonly text: string; readonly anchor: string }

/**
 * The headings of a document with the anchors the page gives them: unique within it, stable while the words stay.
 * The page, the contents list and the search all take their anchors from here.
 */
export function headingsOf(document: unknown): readonly Heading[] {
  const slugger = new GithubSlugger()
  return blocksOf(document)
    .filter((node) => node.type === 'heading')
    .map((node) => ({ node, text: plainText([node]) }))
    .filter(({ text }) => text !== '')
    .map(({ node, text }) => ({ level: levelOf(node), text, anchor: slugger.slug(text) }))
}

export const levelOf = (heading: LexicalNode): 2 | 3 => (heading.tag === 'h3' ? 3 : 2)

export const isCaseStudy = (node: LexicalNode): boolean =>
  node.type === 'block' && node.fields?.blockType === 'caseStudy'

const WORDS_A_MINUTE = 230

/** Whole minutes to read the document, at least 1, at 230 words a minute. */
export function readingMinutes(document: unknown): number {
  const words = plainText(blocksOf(document)).split(/\s+/).filter(Boolean).length
  return Math.max(1, Math.round(words / WORDS_A_MINUTE))
}

/** What a document holds, in numbers. */
export function countHoldings(document: unknown): { headings: number; caseStudies: number } {
  return {
    headings: headingsOf(document).length,
    caseStudies: blocksOf(document).filter(isCaseStudy).length,
  }
}
