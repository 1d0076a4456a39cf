import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { paragraph, text } from '@/lib/lexical/make-nodes'
import { cutPassages } from '@/search/cut-passages'
import type { SearchDocument } from '@/search/search-document'
import type { JudgedCollection, JudgedQuery } from './judged-collection'

/** A file of the collection cannot be read. */
export class CollectionFault extends Error {
  override readonly name = 'CollectionFault'
}

const id = z.union([z.string(), z.number()]).transform(String)
const words = z
  .union([z.string(), z.array(z.string()), z.null()])
  .optional()
  .transform((value) => (Array.isArray(value) ? value.join('\n') : (value ?? '')))

const documentLine = z.object({ id, title: words, body: words, summary: words, author: words })
const queryLine = z.object({ id, text: z.string() })

const linesOf = (folder: string, file: string): string[] =>
  readFileSync(path.join(folder, file), 'utf8')
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)

function readJsonLines<T>(folder: string, file: string, shape: z.ZodType<T>): T[] {
  return linesOf(folder, file).flatMap((line, index) => {
    if (line.trim() === '') return []
    try {
      return [shape.parse(JSON.parse(line))]
    } catch (fault) {
      throw new CollectionFault(`${file}, line ${index + 1}, is not as it should be.`, {
        cause: fault,
      })
    }
  })
}

/** Plain text as the editor would hold it, so that it is cut into passages as a briefing is. */
const bodyOf = (plain: string) => ({
  root: {
    type: 'root',
    children: plain
      .split(/\n\s*\n/)
      .map((block) => block.replace(/\s+/g, ' ').trim())
      .filter((block) => block !== '')
      .map((block) => paragraph([text(block)])),
  },
})

function toDocument(line: z.infer<typeof documentLine>): SearchDocument {
  return {
    id: line.id,
    fingerprint: createHash('sha256').update(JSON.stringify(line)).digest('hex'),
    publicPart: {
      reference: '',
      title: line.title,
      summary: line.summary,
      type: 'briefing',
      series: null,
      topics: [],
      synonyms: [],
      nations: [],
      authors: line.author === '' ? [] : [line.author],
      publishedAt: '2020-01-01T00:00:00.000Z',
    },
    passages: cutPassages(bodyOf(line.body)),
  }
}

function readJudgements(folder: string): Map<string, Map<string, number>> {
  const judgements = new Map<string, Map<string, number>>()
  for (const [index, line] of linesOf(folder, 'qrels.tsv').entries()) {
    if (line.trim() === '') continue
    const [query = '', document = '', grade = ''] = line.split('\t').map((cell) => cell.trim())
    if (document === '' || !/^\d+$/.test(grade)) {
      throw new CollectionFault(`qrels.tsv, line ${index + 1}, is not query, document, grade.`)
    }
    const ofQuery = judgements.get(query) ?? new Map<string, number>()
    judgements.set(query, ofQuery.set(document, Number(grade)))
  }
  return judgements
}

/**
 * A judged collection from `docs.jsonl`, `queries.jsonl` and `qrels.tsv`. Of two documents with one id the last counts.
 *
 * @throws {CollectionFault} naming the file and the line.
 */
export function readFolder(folder: string): JudgedCollection {
  const queries: JudgedQuery[] = readJsonLines(folder, 'queries.jsonl', queryLine)
  return {
    name: path.basename(path.resolve(folder)),
    documents: readJsonLines(folder, 'docs.jsonl', documentLine).map(toDocument),
    queries,
    judgements: readJudgements(folder),
    synonyms: [],
  }
}
