import { type FileChild, ImageRun, Paragraph } from 'docx'
import { type Related, idOf } from '@/lib/ids'
import { creditLine } from '@/lib/lexical/pictures'
import type { WordContext, WordPicture } from './word-context'
import { run, xmlText } from './word-text'

type Fields = Readonly<Record<string, unknown>>

/** Pixels at 96 an inch: the width of the text on A4, and two thirds of its height. */
const WIDEST = 600
const TALLEST = 620

const wordsIn = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')

function drawn({ type, data, width, height }: WordPicture, alt: string): Paragraph {
  const scale = Math.min(1, WIDEST / width, TALLEST / height)
  const image = new ImageRun({
    type,
    data,
    transformation: { width: Math.round(width * scale), height: Math.round(height * scale) },
    altText: { name: 'Figure', title: '', description: xmlText(alt) },
  })
  return new Paragraph({ keepNext: true, children: [image] })
}

/** A figure with its caption and its credit. Where the picture is not to be had, what it shows is said in words. */
export function wordFigure(fields: Fields, { pictures }: WordContext): FileChild[] {
  const id = fields.picture ? idOf(fields.picture as Related<{ id: string }>) : ''
  const picture = pictures.get(id)
  const alt = wordsIn(fields.alt)
  const caption = wordsIn(fields.caption)
  const credit = creditLine({ credit: wordsIn(fields.credit), licence: wordsIn(fields.licence) })
  return [
    picture
      ? drawn(picture, alt)
      : new Paragraph({ keepNext: true, children: [run(`Picture: ${alt}`, { italics: true })] }),
    ...(caption ? [new Paragraph({ keepNext: true, children: [run(caption)] })] : []),
    ...(credit
      ? [new Paragraph({ children: [run(`Picture: ${credit}`, { italics: true })] })]
      : []),
  ]
}
