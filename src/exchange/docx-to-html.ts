import mammoth from 'mammoth'
import { checkDocx, DocumentFault } from './check-docx'

const STYLES = ["p[style-name='Title'] => h1:fresh", "p[style-name='Subtitle'] => p:fresh"]

/** The mark that leads from a note back to its place: it leads nowhere here. */
const BACK = /\s*<a href="#(?:foot|end)note-ref-[^"]*">↑<\/a>/g

/**
 * The text of a Word file as HTML, its notes as a list at the end. Pictures leave their words alone.
 *
 * @throws {DocumentFault} for a file that is none, or could do harm.
 */
export async function docxToHtml(
  file: Buffer,
): Promise<{ readonly html: string; readonly lost: readonly string[] }> {
  const lost = checkDocx(file)
  try {
    const { value, messages } = await mammoth.convertToHtml(
      { buffer: file },
      {
        styleMap: STYLES,
        externalFileAccess: false,
        convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
      },
    )
    // Word's own names of styles: the words they were laid on are all there.
    const said = messages.filter(({ message }) => !message.startsWith('Unrecognised'))
    return { html: value.replaceAll(BACK, ''), lost: [...lost, ...said.map((one) => one.message)] }
  } catch (fault) {
    throw new DocumentFault('could not be read as a Word file', { cause: fault })
  }
}
