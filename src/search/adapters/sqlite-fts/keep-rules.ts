import type { SynonymRule } from '../../synonym-rule'
import type { IndexFile } from './index-file'

const written = (file: IndexFile): string =>
  String(file.rows('SELECT rules FROM synonyms')[0]?.rules ?? '[]')

/** Keeps the synonyms in the file, for every process and every generation. Writes only where they differ. */
export function keepRules(file: IndexFile, rules: readonly SynonymRule[]): void {
  const wanted = JSON.stringify(rules.map(({ from, to }) => ({ from, to })))
  if (file.reading(() => written(file)) === wanted) return
  file.writing(() => {
    file.exec('DELETE FROM synonyms')
    file.run('INSERT INTO synonyms VALUES (?)', [wanted])
  })
}

/** Reads the synonyms as the file has them now; their text is parsed again only when it changed. */
export function openRules(file: IndexFile): () => readonly SynonymRule[] {
  let known = { text: '[]', rules: [] as readonly SynonymRule[] }
  return () => {
    const text = written(file)
    if (text !== known.text) known = { text, rules: JSON.parse(text) as SynonymRule[] }
    return known.rules
  }
}
