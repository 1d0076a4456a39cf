import { ElementType, parseDocument } from 'htmlparser2'
import type { LexicalNode } from './nodes'

export type HtmlNode = ReturnType<typeof parseDocument>['children'][number]
export type HtmlElement = Extract<HtmlNode, { readonly attribs: object }>

/** What is known while one text is converted. */
export type HtmlConversion = {
  /** Says in a sentence what could not be brought over. */
  readonly lose: (sentence: string) => void
  /** An id that depends on what the text says and on nothing else: the same text gives the same ids. */
  readonly idFor: (content: unknown) => string
  /** How many pictures come with the text. */
  readonly pictures: number
  /** Figures for which there is no place where their pictures stand, until there is one. */
  readonly waiting: LexicalNode[]
}

/** In HTML, a picture of the list that comes with the text is named by its number in that list, from 1. */
export const toPictureName = (number: number): string => `media:${number}`

export const numberOfPicture = (name: string | undefined): number | null => {
  const digits = /^media:(\d{1,4})$/.exec(name?.trim() ?? '')?.[1]
  return digits ? Number(digits) : null
}

export const parseHtml = (html: string): readonly HtmlNode[] => parseDocument(html).children

export const isElement = (node: HtmlNode): node is HtmlElement => 'attribs' in node

/** What a text node says; comments and the like say nothing. */
export const wordsIn = (node: HtmlNode): string => (node.type === ElementType.Text ? node.data : '')

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))

/** Never text for a reader, so nobody needs to be told that they are gone. */
const SILENT = words('script style noscript template head title meta link base colgroup col wbr')

/** What a reader may miss: said when it is left out. */
const REPLACED = words(
  'iframe object embed svg math video audio canvas map input select textarea button meter progress',
)

const BLOCKS = words(
  'address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol p pre section summary table ul caption thead tbody tfoot ' +
    'tr td th',
)

export const isBlock = (node: HtmlNode): boolean => isElement(node) && BLOCKS.has(node.name)

/** True for what is no text, which is left out; what a reader may miss is said. */
export function isLeftOut(element: HtmlElement, { lose }: HtmlConversion): boolean {
  if (REPLACED.has(element.name)) lose(`<${element.name}> was left out`)
  return SILENT.has(element.name) || REPLACED.has(element.name)
}

export function* everyElement(nodes: readonly HtmlNode[]): Generator<HtmlElement> {
  for (const node of nodes) {
    if (!isElement(node)) continue
    yield node
    yield* everyElement(node.children)
  }
}

export const hasBlocks = (element: HtmlElement): boolean =>
  [...everyElement(element.children)].some(isBlock)
