import { pictureAlone } from '@/lib/picture-alone'
import { type FileReading, kindOf, LARGEST_FILE, type ReadBeside } from './files-beside'
import { sha256Of } from './stored-files'

/** So many pictures of one document are brought over. */
const MOST_PICTURES = 200

/** A picture of a document, as an attachment will hold it. */
export type DocumentPicture = { readonly title: string; readonly content: Buffer }

/** The pictures of a document that figures can show, numbered from 1 as they come. */
export class DocumentPictures {
  readonly kept: DocumentPicture[] = []
  private readonly numbers = new Map<string, number>()

  /**
   * The number of a picture, each file once, or null for one that no figure can show: without an alternative text, of another
   * kind than PNG, JPEG and WebP, or not to be read.
   */
  async numberOf(file: Buffer, alt: string): Promise<number | null> {
    const isShown = alt !== '' && kindOf(file)?.isPicture === true && file.length <= LARGEST_FILE
    if (!isShown) return null
    const key = sha256Of(file)
    const known = this.numbers.get(key)
    if (known !== undefined || this.kept.length >= MOST_PICTURES) return known ?? null
    try {
      this.kept.push({ title: alt.slice(0, 200).trim(), content: await pictureAlone(file) })
    } catch {
      return null
    }
    this.numbers.set(key, this.kept.length)
    return this.kept.length
  }
}

/** What the line of a document names its pictures by. */
export const namesOf = (pictures: readonly DocumentPicture[]) =>
  pictures.map(({ title }, at) => ({ path: String(at + 1), title }))

/** Reads the pictures of the document at hand as lying beside it. */
export const picturesBeside =
  (atHand: () => readonly DocumentPicture[]): ReadBeside =>
  ({ path }): Promise<FileReading> => {
    const picture = atHand()[Number(path) - 1]
    const kind = picture && kindOf(picture.content)
    return Promise.resolve(
      picture && kind
        ? { kind: 'read', file: { ...kind, ...picture } }
        : { kind: 'faulty', message: `names ${path}, which the document does not hold` },
    )
  }
