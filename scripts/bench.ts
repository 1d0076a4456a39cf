import { benchSearch, type SearchBench } from './bench/bench-search'
import { table, targetLines } from './bench/bench-result'
import { runCommand, WrongUse } from './command/run-command'

const HELP = `npm run bench -- search [--briefings N] [--requests N] [--small] [--json]

Measures this build on this machine against a baseline of the same run, in a folder of its own. Build first: npm run build.

  search    GET /api/search as a member against the same request made straight to the engine: 1,000 made-up briefings
            of 3,000 words (--briefings 10000 for more, --small for a quick look at 200), 300 requests`

const OPTIONS = {
  briefings: { type: 'string' },
  requests: { type: 'string' },
  small: { type: 'boolean' },
} as const

const wholeNumber = (value: string, name: string): number => {
  if (!/^[1-9]\d*$/.test(value)) throw new WrongUse(`--${name} takes a whole number.`)
  return Number(value)
}

function searchReport({ result, timings, indexing, targets }: SearchBench): string {
  const row = (name: string, at: keyof SearchBench['timings']) => [
    name,
    timings[at].p50,
    timings[at].p95,
    timings[at].requests,
  ]
  return [
    `Search of ${String(result.details.briefings)} briefings, engine ${String(result.details.engine)}`,
    table([
      ['', 'p50 ms', 'p95 ms', 'requests'],
      row('engine, one at a time', 'direct'),
      row('site, one at a time', 'site'),
      row('engine, eight at once', 'direct8'),
      row('site, eight at once', 'site8'),
    ]),
    `Indexed in ${(indexing.tookMs / 1000).toFixed(1)} s. Same answers in the same order: ${Number(result.details.sameAnswers) * 100} %.`,
    targetLines(targets),
  ].join('\n\n')
}

await runCommand({ help: HELP, options: OPTIONS }, async (command) => {
  const [name] = command.words
  if (name !== 'search') throw new WrongUse('Say what to measure: search.')
  const { briefings, requests, small } = command.values
  const bench = await benchSearch({
    settings: await command.settings(),
    briefings: wholeNumber(briefings ?? (small ? '200' : '1000'), 'briefings'),
    requests: wholeNumber(requests ?? '300', 'requests'),
    onProgress: command.progress,
  })
  command.say(searchReport(bench))
  command.answer(bench.result)
  if (bench.targets.some(({ isMet }) => !isMet)) command.endAsFailed()
})
