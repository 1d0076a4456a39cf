import { Readable } from 'node:stream'
import type { Payload } from 'payload'
import { importBriefings } from '@/exchange/import-briefings'
import { readLines } from '@/exchange/read-lines'
import { markdownToLexical } from '@/lib/lexical/markdown-to-lexical'
import { seededRandom } from '../../tests/support/seeded-random'
import { flushedAtTheEnd } from '../command/flush-at-the-end'
import { runCommand } from '../command/run-command'
import { readVocabulary, type Vocabulary } from './vocabulary'

const HELP = `import-briefings --briefings N

Brings N made-up briefings of 600 words into an empty database as the command does, then the same again, then saves as
many plainly. With --json it answers how many milliseconds each took.`

const SECTIONS = 4
const PARAGRAPHS = 3
const WORDS = 50
const TOPICS = 20
const AUTHORS = 12

type Line = ReturnType<typeof lineOf>

function lineOf(vocabulary: Vocabulary, number: number) {
  const random = seededRandom(number)
  const words = (count: number) =>
    Array.from({ length: count }, () => vocabulary.draw(random)).join(' ')
  const section = (at: number) =>
    [
      `## Part ${at + 1} ${words(3)}`,
      ...Array.from({ length: PARAGRAPHS }, () => `${words(WORDS)}.`),
    ].join('\n\n')
  return {
    reference: `OLD-${number}`,
    title: `Paper ${number} on ${words(3)}`,
    summary: `${words(20)}.`,
    body: Array.from({ length: SECTIONS }, (_, at) => section(at)).join('\n\n'),
    keyPoints: [`${words(12)}.`, `${words(12)}.`, `${words(12)}.`],
    topics: [`Topic ${number % TOPICS}`, `Topic ${(number * 7) % TOPICS}`],
    authors: [`Officer ${number % AUTHORS}`],
    publishedAt: new Date(Date.UTC(2010, 0, 1 + (number % 5000))).toISOString(),
    sources: [
      { title: `Study ${number}`, publisher: 'A university', year: 2000 + (number % 25) },
      { title: `Report ${number % 100}`, publisher: 'A department', year: 2019 },
    ],
  }
}

const bring = (payload: Payload, file: Buffer) =>
  flushedAtTheEnd(payload, () =>
    importBriefings({
      ...{ payload, isDryRun: false, isAnnounced: false },
      lines: () => readLines(Readable.from([file])),
      onProgress: () => undefined,
    }),
  )

/** What the same text costs without a file to read and nothing to look for: the save alone, by its own hooks. */
async function savePlainly(payload: Payload, line: Line): Promise<void> {
  const body = markdownToLexical(line.body, () => undefined)
  await payload.create({
    collection: 'briefings',
    overrideAccess: true,
    depth: 0,
    data: {
      title: line.title,
      slug: `plain-${line.reference.toLowerCase()}`,
      reference: `PLAIN-${line.reference}`,
      summary: line.summary,
      type: 'briefing',
      body: body as never,
      keyPoints: line.keyPoints.map((text) => ({ text })),
      publishedAt: line.publishedAt,
      _status: 'published',
    },
  })
}

async function timed<T>(work: () => Promise<T>): Promise<{ readonly ms: number; readonly got: T }> {
  const begun = performance.now()
  const got = await work()
  return { ms: performance.now() - begun, got }
}

await runCommand({ help: HELP, options: { briefings: { type: 'string' } } }, async (command) => {
  const count = Number(command.values.briefings)
  const payload = await command.payload()
  const vocabulary = readVocabulary()
  const lines = Array.from({ length: count }, (_, number) => lineOf(vocabulary, number))
  const file = Buffer.from(lines.map((line) => JSON.stringify(line)).join('\n'))
  const first = await timed(() => bring(payload, file))
  const again = await timed(() => bring(payload, file))
  const plain = await timed(async () => {
    for (const line of lines) await savePlainly(payload, line)
  })
  const { created, invalid } = first.got
  command.answer({
    ...{ created, invalid, unchanged: again.got.unchanged },
    firstMs: first.ms,
    againMs: again.ms,
    plainMs: plain.ms,
    bytes: file.length,
  })
})
