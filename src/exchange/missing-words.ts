import { Parser } from 'htmlparser2'

/** What is gone once changes are accepted, and what stands a second time for older programs. */
const PASSED_OVER = new Set(['w:del', 'w:moveFrom', 'mc:Choice'])
const PARTS_WORDS = new Set(['w:br', 'w:cr', 'w:tab', 'w:tc', 'w:footnote', 'w:endnote'])
const CHARACTERS: Readonly<Record<string, string>> = {
  'w:noBreakHyphen': '\u2011',
  'w:softHyphen': '\u00ad',
}

const words = (text: string): string[] => text.split(/\s+/).filter(Boolean)

/** Reads the words of one part of a Word file as they stand once its changes are accepted. */
class WordReader {
  private passedOver = 0
  private isWords = false
  private isInMark = false
  /** Whether the end of this paragraph is struck out, so that it goes on in the next. */
  private isJoined = false
  private text = ''

  read(xml: string): string[] {
    const parser = new Parser(
      {
        onopentag: (name) => this.open(name),
        onclosetag: (name) => this.close(name),
        ontext: (text) => {
          if (this.isWords && this.passedOver === 0) this.text += text
        },
      },
      { xmlMode: true },
    )
    parser.end(xml)
    return words(this.text)
  }

  private open(name: string): void {
    if (name === 'w:pPr') this.isInMark = true
    if (this.isInMark) {
      if (name === 'w:del' || name === 'w:moveFrom') this.isJoined = true
      return
    }
    if (PASSED_OVER.has(name)) this.passedOver += 1
    if (PARTS_WORDS.has(name)) this.text += ' '
    if (this.passedOver === 0) this.text += CHARACTERS[name] ?? ''
    this.isWords = name === 'w:t' || name === 'm:t'
  }

  private close(name: string): void {
    this.isWords = false
    if (name === 'w:pPr') this.isInMark = false
    else if (this.isInMark) return
    if (PASSED_OVER.has(name)) this.passedOver -= 1
    if (name !== 'w:p') return
    if (!this.isJoined) this.text += ' '
    this.isJoined = false
  }
}

/**
 * The words of a Word file's text that `brought` lacks, in their order: what no other loss explains is found out here.
 *
 * @param texts the parts of XML that hold the text. Read apart from the conversion, so that both do not err alike.
 */
export function missingWords(texts: readonly string[], brought: string): string[] {
  const left = new Map<string, number>()
  for (const word of words(brought)) left.set(word, (left.get(word) ?? 0) + 1)
  return texts
    .flatMap((xml) => new WordReader().read(xml))
    .filter((word) => {
      const count = left.get(word) ?? 0
      left.set(word, count - 1)
      return count <= 0
    })
}
