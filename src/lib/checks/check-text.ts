import { blocksOf, everyNode, type LexicalNode, plainText } from '../lexical/nodes'
import { advice, blocking, type Check } from './check'
import { placedNodes, quoted } from './placed-nodes'
import { readingEaseOf } from './reading-ease'

const levelOfTag = ({ tag }: LexicalNode): number => Number(tag?.slice(1) ?? 2)

/** The title of the page is the heading of level 1: those of the text go down from there a step at a time. */
function checkHeadings(document: unknown): Check[] {
  const checks: Check[] = []
  let above = 1
  for (const { node } of placedNodes(document)) {
    if (node.type !== 'heading') continue
    const text = plainText([node])
    const level = levelOfTag(node)
    if (text === '') {
      checks.push(
        advice('empty-heading', 'body', 'A heading has no words. Write them or remove it.'),
      )
      continue
    }
    if (level > above + 1) {
      const says = `The heading ${quoted(text)} is of level ${level}, and none of level ${level - 1} stands above it. Move it up a level.`
      checks.push(advice('heading-order', 'body', says))
    }
    above = level
  }
  return checks
}

const isCitation = (node: LexicalNode): boolean =>
  node.type === 'inlineBlock' && node.fields?.blockType === 'citation'

const checkCitations = (document: unknown): Check[] =>
  [...placedNodes(document)]
    .filter(({ node }) => isCitation(node) && !node.fields?.source)
    .map(({ place }) =>
      blocking(
        'citation-without-source',
        'body',
        `A citation ${place} names no source. Choose one or remove the mark.`,
      ),
    )

const BEGUN = /\[@[^\]]{0,40}\]?/

const checkUnfinished = (document: unknown): Check[] =>
  [...placedNodes(document)].flatMap(({ node, place }) => {
    const begun = BEGUN.exec(node.text ?? '')?.[0]
    if (!begun) return []
    const says = `${quoted(begun)} ${place} looks like a citation that was begun. Choose its source or remove it.`
    return [advice('unfinished-citation', 'body', says)]
  })

const hasHeaders = (table: LexicalNode): boolean =>
  [...everyNode(table.children ?? [])].some(
    ({ type, headerState }) => type === 'tablecell' && Number(headerState ?? 0) > 0,
  )

const checkTables = (document: unknown): Check[] =>
  [...placedNodes(document)]
    .filter(({ node }) => node.type === 'table' && !hasHeaders(node))
    .map(({ place }) =>
      advice(
        'table-without-headers',
        'body',
        `A table ${place} has no row or column of headers. A reader who hears it needs them.`,
      ),
    )

const hasWords = (value: unknown): boolean => typeof value === 'string' && value.trim() !== ''

/** A picture as the editor keeps it. What is only named by its id was asked for its words when it was uploaded. */
function lacksAlternative({ type, value, fields }: LexicalNode): boolean {
  if (type === 'block') return fields?.blockType === 'figure' && !hasWords(fields.alt)
  if (type !== 'upload') return false
  if (hasWords(fields?.alt)) return false
  return typeof value === 'object' && value !== null && !hasWords((value as { alt?: unknown }).alt)
}

const checkPictures = (document: unknown): Check[] =>
  [...placedNodes(document)]
    .filter(({ node }) => lacksAlternative(node))
    .map(({ place }) =>
      blocking(
        'picture-without-alternative',
        'body',
        `A picture ${place} has no alternative text. Say what it shows, for readers who cannot see it.`,
      ),
    )

const SAYS_NOTHING = new Set(['', 'here', 'click here', 'this link', 'link', 'read more', 'more'])

const checkLinks = (document: unknown): Check[] =>
  [...placedNodes(document)]
    .filter(({ node: { type } }) => type === 'link' || type === 'autolink')
    .map(({ node, place }) => ({ words: plainText([node]), place }))
    .filter(({ words }) => SAYS_NOTHING.has(words.toLowerCase()))
    .map(({ words, place }) =>
      advice(
        'link-says-nothing',
        'body',
        words === ''
          ? `A link ${place} has no words.`
          : `The link ${quoted(words)} ${place} does not say where it leads.`,
      ),
    )

const FEWEST_TO_JUDGE = 100
/** Flesch calls 30 to 50 difficult, what is below very difficult: as hard as a scientific paper. */
const HARD_BELOW = 30

function checkEase(document: unknown): Check[] {
  const prose = blocksOf(document).filter(({ type }) => type === 'paragraph' || type === 'list')
  const ease = readingEaseOf(plainText(prose))
  if (!ease || ease.words < FEWEST_TO_JUDGE || ease.score >= HARD_BELOW) return []
  const says = `The text is hard to read: its reading ease is ${Math.round(ease.score)} (Flesch; below ${HARD_BELOW} is very hard), with ${Math.round(ease.wordsASentence)} words a sentence. Shorter sentences and plainer words help most.`
  return [advice('reading-ease', 'body', says)]
}

/** What is to be mended in the text of a briefing, in the editor's own JSON. An empty text is one check alone. */
export function checkText(document: unknown): readonly Check[] {
  const hasText = blocksOf(document).some(
    (node) => node.type === 'block' || plainText([node]) !== '',
  )
  if (!hasText) return [blocking('text', 'body', 'There is no text yet.')]
  return [
    ...checkCitations(document),
    ...checkUnfinished(document),
    ...checkPictures(document),
    ...checkHeadings(document),
    ...checkTables(document),
    ...checkLinks(document),
    ...checkEase(document),
  ]
}
