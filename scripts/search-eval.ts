import { runCommand, WrongUse } from './command/run-command'
import { evaluate, type Outcome } from './search-eval/evaluate'
import { ENGINES, openThrowAway } from './search-eval/open-engine'
import { readDemonstration } from './search-eval/read-demonstration'
import { readFolder } from './search-eval/read-folder'

const HELP = `npm run search:eval [-- FOLDER] [--engine sqlite|meilisearch] [--each] [--json]

Measures the search by a judged collection: FOLDER holds docs.jsonl, queries.jsonl and qrels.tsv.
Without FOLDER, by the demonstration's own. Every query is asked as an active member would ask it, of an index that is
thrown away afterwards.

  --engine   sqlite, the embedded engine, or meilisearch, at MEILISEARCH_URL
  --each     a line for every query too, the worst first
`

const OPTIONS = {
  engine: { type: 'string', default: 'sqlite' },
  each: { type: 'boolean' },
} as const

const inFull = (value: number) => value.toFixed(3)

const lineOf = ({ query, ndcg10, found }: Outcome): string =>
  `${inFull(ndcg10)}  ${query.text.slice(0, 80)}  →  ${found.slice(0, 3).join(', ')}`

await runCommand({ help: HELP, options: OPTIONS }, async (command) => {
  const [given, ...others] = command.words
  if (others.length > 0) throw new WrongUse('One folder at a time, please.')
  if (!ENGINES.includes(command.values.engine)) {
    throw new WrongUse(`There is no engine “${command.values.engine}”.`)
  }
  const collection = given === undefined ? readDemonstration() : readFolder(given)
  const { engine, drop } = await openThrowAway(command.values.engine, command.settings)
  try {
    const { outcomes, ...measured } = await evaluate(engine, collection)
    if (command.values.each) {
      for (const outcome of outcomes.toSorted((a, b) => a.ndcg10 - b.ndcg10)) {
        command.say(lineOf(outcome))
      }
    }
    command.say(`${collection.name}, ${engine.name}: ${measured.queries} queries judged
nDCG@10     ${inFull(measured.ndcg10)}
MRR@10      ${inFull(measured.mrr10)}
recall@10   ${inFull(measured.recall10)}
recall@100  ${inFull(measured.recall100)}
p50, p95    ${measured.p50Ms.toFixed(1)} ms, ${measured.p95Ms.toFixed(1)} ms`)
    command.answer({ engine: engine.name, ...measured })
  } finally {
    await drop()
  }
})
