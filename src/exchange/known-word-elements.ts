/**
 * Elements of WordprocessingML (ECMA-376, part 1) that the converter passes over with all their words, as ones it knows: text that was
 * moved as put in here and struck out there, and what only wraps text as such a wrapping.
 */
const KNOWN_AS: Readonly<Record<string, string>> = {
  moveTo: 'ins',
  moveFrom: 'del',
  fldSimple: 'smartTag',
  customXml: 'smartTag',
  dir: 'smartTag',
  bdo: 'smartTag',
  cr: 'br',
}

const TAG = new RegExp(`<(/?)w:(${Object.keys(KNOWN_AS).join('|')})(?=[\\s/>])`, 'g')

/** Says of a row that it is no head: the converter reads the name alone, and takes every row for one. */
const NO_HEAD = /<w:tblHeader w:val="(?:false|0|off)"\s*\/>/g

/** The same XML with those elements under the names of others that read alike. */
export const withKnownElements = (xml: string): string =>
  xml
    .replace(NO_HEAD, '')
    .replace(TAG, (_tag, end: string, name: string) => `<${end}w:${KNOWN_AS[name] ?? name}`)
