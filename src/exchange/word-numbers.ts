import { parseDocument } from 'htmlparser2'
import { type HtmlElement, isElement } from '@/lib/lexical/html-tree'

/** Where a paragraph stands among the numbered ones of a Word file. */
export type NumberedPlace = {
  readonly numId?: string | undefined
  readonly level?: string | undefined
  readonly style?: string | undefined
}

type Level = {
  readonly isOrdered: boolean
  readonly start: number | null
  readonly style: string | undefined
}
type Levels = ReadonlyMap<number, Level>
type Leveled = { readonly list: string; readonly index: number; readonly level: Level }
type Override = { readonly restart: number | null; readonly start: number | null }
type Num = { readonly list: string; readonly overrides: ReadonlyMap<number, Override> }

const valueOf = (element: HtmlElement | undefined): string | undefined => element?.attribs['w:val']

const child = (element: HtmlElement, name: string): HtmlElement | undefined =>
  element.children.filter(isElement).find((one) => one.name === name)

const children = (element: HtmlElement, name: string): HtmlElement[] =>
  element.children.filter(isElement).filter((one) => one.name === name)

const number = (value: string | undefined): number | null =>
  value !== undefined && /^\d{1,6}$/.test(value) ? Number(value) : null

const levelOf = (level: HtmlElement): Level => ({
  isOrdered: valueOf(child(level, 'w:numFmt')) !== 'bullet',
  start: number(valueOf(child(level, 'w:start'))),
  style: valueOf(child(level, 'w:pStyle')),
})

const indexOf = (element: HtmlElement): number => number(element.attribs['w:ilvl']) ?? 0

const overrideOf = (element: HtmlElement): Override => {
  const own = child(element, 'w:lvl')
  return {
    restart: number(valueOf(child(element, 'w:startOverride'))),
    start: own ? levelOf(own).start : null,
  }
}

/** The elements of this name that stand within the root of a part. */
const elementsOf = (xml: string, name: string): HtmlElement[] =>
  parseDocument(xml, { xmlMode: true })
    .children.filter(isElement)
    .flatMap((root) => children(root, name))

const within = (element: HtmlElement, ...names: readonly string[]): HtmlElement | undefined =>
  names.reduce<HtmlElement | undefined>((one, name) => one && child(one, name), element)

/** The lists of a Word file, by what its paragraphs name them by. */
class Lists {
  private readonly levels = new Map<string, Levels>()
  private readonly nums = new Map<string, Num>()
  /** Lists that name a style in whose list they are, and the lists of those styles. */
  private readonly links = new Map<string, string>()
  private readonly ofStyle = new Map<string, string>()
  /** Levels that take up the paragraphs of a style. */
  private readonly leveled = new Map<string, Leveled>()

  constructor(numbering: string, styles: string) {
    for (const list of elementsOf(numbering, 'w:abstractNum')) {
      const id = list.attribs['w:abstractNumId'] ?? ''
      const link = valueOf(child(list, 'w:numStyleLink'))
      if (link) this.links.set(id, link)
      const levels = new Map(children(list, 'w:lvl').map((one) => [indexOf(one), levelOf(one)]))
      this.levels.set(id, levels)
      for (const [index, level] of levels) {
        if (level.style) this.leveled.set(level.style, { list: id, index, level })
      }
    }
    for (const num of elementsOf(numbering, 'w:num')) {
      this.nums.set(num.attribs['w:numId'] ?? '', {
        list: valueOf(child(num, 'w:abstractNumId')) ?? '',
        overrides: new Map(
          children(num, 'w:lvlOverride').map((one) => [indexOf(one), overrideOf(one)]),
        ),
      })
    }
    for (const style of elementsOf(styles, 'w:style')) {
      const id = valueOf(within(style, 'w:pPr', 'w:numPr', 'w:numId'))
      if (id) this.ofStyle.set(style.attribs['w:styleId'] ?? '', id)
    }
  }

  /** The list that numbers a paragraph, its level in it, and what the paragraph's own count of it sets. */
  find({ numId, level, style }: NumberedPlace) {
    if (numId !== undefined && level !== undefined) return this.at(numId, number(level) ?? 0)
    return (
      (style === undefined ? null : this.byStyle(style)) ??
      (numId === undefined ? null : this.at(numId, 0))
    )
  }

  private at(numId: string, index: number) {
    const num = this.nums.get(numId)
    const link = num && this.links.get(num.list)
    const linked = link === undefined ? undefined : this.nums.get(this.ofStyle.get(link) ?? '')
    const list = linked?.list ?? num?.list
    const level = list === undefined ? undefined : this.levels.get(list)?.get(index)
    return level && list !== undefined
      ? { list, numId, index, level, override: num?.overrides.get(index) }
      : null
  }

  private byStyle(style: string) {
    const found = this.leveled.get(style)
    if (!found) return null
    const numId = this.ofStyle.get(style) ?? ''
    const override = this.nums.get(numId)?.overrides.get(found.index)
    return { ...found, numId, override }
  }
}

/**
 * Counts the numbered paragraphs of a Word file as Word does (ECMA-376, part 1, 17.9): a list goes on wherever it is taken up
 * again, also under another name that says nothing of a start; what is deeper begins anew after what is less deep.
 */
export class WordNumbers {
  private readonly lists: Lists
  private readonly counts = new Map<string, number[]>()
  private readonly begun = new Set<string>()

  /** @param numbering and `styles` as XML, empty where the file has none. */
  constructor(numbering: string, styles: string) {
    this.lists = new Lists(numbering, styles)
  }

  /** The number of the next paragraph in the order of the text, or null for one that has none. */
  next(place: NumberedPlace): number | null {
    const found = this.lists.find(place)
    if (!found) return null
    const { list, numId, index, level, override } = found
    const counts = this.counts.get(list) ?? []
    this.counts.set(list, counts)
    const key = `${numId} ${index}`
    const begins = typeof override?.restart === 'number' && !this.begun.has(key)
    this.begun.add(key)
    const before = begins ? undefined : counts[index]
    const start = override?.restart ?? override?.start ?? level.start ?? 1
    const count = before === undefined ? start : before + 1
    counts.length = index
    counts[index] = count
    return level.isOrdered ? count : null
  }
}
