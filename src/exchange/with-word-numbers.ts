import { Parser } from 'htmlparser2'
import type { WordNumbers } from './word-numbers'
import { type NumberedPlace } from './word-numbers'

/** A bookmark the converter carries along: it knows that a paragraph is numbered, and not with which number. */
const NAME = 'signpost-number-'

const HOLDS_WORDS = new Set(['w:t', 'w:drawing', 'w:pict'])

type Paragraph = {
  place: NumberedPlace
  isStruckOut: boolean
  holdsWords: boolean
  mark: { readonly at: number; readonly number: number } | null
}

/** Reads the text of a Word file and notes where each numbered paragraph begins, and with which number. */
class NumberReader {
  readonly marks: { readonly at: number; readonly number: number }[] = []
  private readonly paragraphs: Paragraph[] = []
  /** The elements around, from the properties of a paragraph inwards. */
  private properties: string[] = []
  private passedOver = 0

  constructor(
    private readonly numbers: WordNumbers,
    xml: string,
  ) {
    const parser: Parser = new Parser(
      {
        onopentag: (name, attributes) => this.open(name, attributes['w:val']),
        onclosetag: (name) => this.close(name, parser.endIndex + 1),
      },
      { xmlMode: true },
    )
    parser.end(xml)
  }

  private open(name: string, value: string | undefined): void {
    if (name === 'mc:Choice') this.passedOver += 1
    if (this.passedOver > 0) return
    if (name === 'w:p') {
      this.paragraphs.push({ place: {}, isStruckOut: false, holdsWords: false, mark: null })
    }
    const paragraph = this.paragraphs.at(-1)
    if (!paragraph) return
    if (HOLDS_WORDS.has(name)) paragraph.holdsWords = true
    if (name === 'w:pPr' || this.properties.length > 0) {
      this.properties.push(name)
      this.note(paragraph, value)
    }
  }

  private note(paragraph: Paragraph, value: string | undefined): void {
    const { place } = paragraph
    switch (this.properties.join('>')) {
      case 'w:pPr>w:pStyle':
        paragraph.place = { ...place, style: value }
        break
      case 'w:pPr>w:numPr>w:numId':
        paragraph.place = { ...place, numId: value }
        break
      case 'w:pPr>w:numPr>w:ilvl':
        paragraph.place = { ...place, level: value }
        break
      case 'w:pPr>w:rPr>w:del':
      case 'w:pPr>w:rPr>w:moveFrom':
        paragraph.isStruckOut = true
    }
  }

  private close(name: string, end: number): void {
    if (name === 'mc:Choice') this.passedOver -= 1
    else if (this.passedOver === 0) this.leave(name, end)
  }

  private leave(name: string, end: number): void {
    const paragraph = this.paragraphs.at(-1)
    if (!paragraph) return
    if (this.properties.length > 0) {
      this.properties.pop()
      if (this.properties.length === 0 && !paragraph.isStruckOut) {
        const number = this.numbers.next(paragraph.place)
        paragraph.mark = number === null ? null : { at: end, number }
      }
    } else if (name === 'w:p') {
      this.paragraphs.pop()
      if (paragraph.mark && paragraph.holdsWords) this.marks.push(paragraph.mark)
    }
  }
}

/** The text of a Word file with a bookmark in each numbered paragraph, which tells its number. One without words has none. */
export function withNumberMarks(xml: string, numbers: WordNumbers): string {
  const { marks } = new NumberReader(numbers, xml)
  const parts: string[] = []
  let done = 0
  for (const { at, number } of marks.toSorted((one, other) => one.at - other.at)) {
    parts.push(xml.slice(done, at), `<w:bookmarkStart w:id="0" w:name="${NAME}${number}"/>`)
    done = at
  }
  return [...parts, xml.slice(done)].join('')
}

const MARK = `<a id="${NAME}(\\d+)"></a>`

/** The HTML that came of it, with the numbers as those of its items. */
export const withNumberedItems = (html: string): string =>
  html.replace(new RegExp(`<li>${MARK}`, 'g'), '<li value="$1">').replace(new RegExp(MARK, 'g'), '')
