import { TextRun } from 'docx'

// XML 1.0 knows no other control characters, and half a surrogate pair is no letter.
const NOT_IN_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu

/** Words as a Word file can hold them: it cannot be opened with others. */
export const xmlText = (text: string): string => text.replace(NOT_IN_XML, '')

export type Setting = {
  readonly bold?: boolean
  readonly italics?: boolean
  readonly superScript?: boolean
  readonly subScript?: boolean
  readonly style?: string
}

export const run = (text: string, setting: Setting = {}): TextRun =>
  new TextRun({ text: xmlText(text), ...setting })
