import { setTimeout as pause } from 'node:timers/promises'
import type { Payload } from 'payload'
import { heading, paragraph, text } from '@/lib/lexical/make-nodes'
import type { Briefing } from '@/payload-types'
import { readSearchParameters } from '@/search/read-search-parameters'
import { makeSearchEngine } from '@/search/make-search-engine'
import type { SearchEngine } from '@/search/search-engine'
import { startWorker } from '@/worker/start-worker'
import { runCommand } from '../command/run-command'

const HELP = `publish-briefings --times N --after N [--with-worker]

Waits until the index holds as many briefings as --after says, then publishes one after another and waits until a
search finds each. With --json it answers how many milliseconds each took from the beginning of its save.`

const ASKS_EVERY_MS = 10
const FOUND_WITHIN_MS = 30_000
const FILLED_WITHIN_MS = 15 * 60_000

const letters = (number: number): string =>
  Array.from(String(number), (digit) => 'bcdfghjklm'.charAt(Number(digit))).join('')

/** A word no other text holds. */
const ownWord = (number: number): string => `zyx${letters(Date.now())}${letters(number)}`

function bodyWith(word: string): NonNullable<Briefing['body']> {
  const children = [
    heading('h2', [text('A heading')]),
    paragraph([text(`Plain words and ${word}.`)]),
  ]
  const root = { type: 'root', format: '', indent: 0, version: 1, direction: 'ltr', children }
  return { root } as unknown as NonNullable<Briefing['body']>
}

async function until(holds: () => Promise<boolean>, withinMs: number): Promise<void> {
  const deadline = performance.now() + withinMs
  while (!(await holds())) {
    if (performance.now() > deadline) {
      throw new Error(`It was not found within ${withinMs / 1000} seconds.`)
    }
    await pause(ASKS_EVERY_MS)
  }
}

async function publishAndFind(payload: Payload, engine: SearchEngine, number: number) {
  const word = ownWord(number)
  const { request } = readSearchParameters(new URLSearchParams({ q: `"${word}"` }))
  const begun = performance.now()
  await payload.create({
    collection: 'briefings',
    overrideAccess: true,
    data: {
      title: `Published while measuring ${word}`,
      summary: 'In short.',
      type: 'briefing',
      body: bodyWith(word),
      _status: 'published',
    },
  })
  await until(async () => (await engine.search('members', request)).total === 1, FOUND_WITHIN_MS)
  return Math.round(performance.now() - begun)
}

const OPTIONS = {
  times: { type: 'string' },
  after: { type: 'string' },
  'with-worker': { type: 'boolean' },
} as const

await runCommand({ help: HELP, options: OPTIONS }, async (command) => {
  const payload = await command.payload()
  const settings = await command.settings()
  const engine = makeSearchEngine(settings)
  const stop = command.values['with-worker'] ? await startWorker({ payload, settings }) : null
  const took: number[] = []
  try {
    const after = Number(command.values.after)
    await until(async () => (await engine.count('members')) >= after, FILLED_WITHIN_MS)
    for (let number = 0; number < Number(command.values.times); number += 1) {
      took.push(await publishAndFind(payload, engine, number))
      command.progress(`Published and found: ${number + 1} of ${command.values.times ?? ''}`)
    }
  } finally {
    await stop?.()
    await engine.close()
  }
  command.answer({ ok: true, took })
})
