import { benchBulletin, type BulletinBench } from './bench/bench-bulletin'
import { benchImport, type ImportBench } from './bench/bench-import'
import { benchPublish, type PublishBench } from './bench/bench-publish'
import { benchSearch, type SearchBench } from './bench/bench-search'
import { table, type Target, targetLines } from './bench/bench-result'
import { isBuilt } from './bench/measured-site'
import { type Command, runCommand, WrongUse } from './command/run-command'

const HELP = `npm run bench -- search [--briefings N] [--requests N] [--small] [--json]
npm run bench -- publish [--briefings N] [--times N] [--small] [--json]
npm run bench -- import [--briefings N] [--small] [--json]
npm run bench -- bulletin [--members N] [--rounds N] [--small] [--json]

Measures this build on this machine against a baseline of the same run, in a folder of its own. Build first: npm run build.

  search    GET /api/search as a member against the same request made straight to the engine: 1,000 made-up briefings
            of 3,000 words (--briefings 10000 for more, --small for a quick look at 200), 300 requests
  publish   from the beginning of a save until a search finds it, 30 times in the worker's process and 30 in another
  import    1,000 briefings of 600 words from a file into SQLite against plain saves of the same texts, then the same again
  bulletin  an issue of twelve briefings to 10,000 members (--small: 500), its ledger on SQLite, against nodemailer alone
            with the same finished messages, three rounds of each in turn (--small: one), and the site while a worker sends`

const OPTIONS = {
  briefings: { type: 'string' },
  requests: { type: 'string' },
  times: { type: 'string' },
  members: { type: 'string' },
  rounds: { type: 'string' },
  small: { type: 'boolean' },
} as const

type BenchCommand = Command<typeof OPTIONS>

function numberOf(
  { values }: BenchCommand,
  name: 'briefings' | 'requests' | 'times' | 'members' | 'rounds',
  rest: number,
) {
  const value = values[name]
  if (value === undefined) return rest
  if (!/^[1-9]\d*$/.test(value)) throw new WrongUse(`--${name} takes a whole number.`)
  return Number(value)
}

const briefingsOf = (command: BenchCommand): number =>
  numberOf(command, 'briefings', command.values.small ? 200 : 1000)

function searchReport({ result, timings, indexing }: SearchBench): string {
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
  ].join('\n\n')
}

function publishReport({ result, timings: { inside, apart } }: PublishBench): string {
  return [
    `From saving to found, among ${String(result.details.briefings)} briefings`,
    table([
      ['published by', 'p50 ms', 'p95 ms', 'times'],
      ['the worker’s own process', inside.p50, inside.p95, inside.requests],
      ['another process', apart.p50, apart.p95, apart.requests],
    ]),
  ].join('\n\n')
}

function importReport({ result: { ours, baseline, details } }: ImportBench): string {
  return [
    `Import of ${String(details.briefings)} briefings of 600 words, ${String(details.megabytes)} MB`,
    table([
      ['', 'seconds'],
      ['brought in', ours],
      ['the same again', Number(details.again)],
      ['plain saves', baseline],
    ]),
  ].join('\n\n')
}

function bulletinReport({ result, baselines, rounds, site }: BulletinBench): string {
  const { members, bytesAMessage, enrolledASecond } = result.details
  const rows = rounds.map((round, index) => [
    `round ${index + 1}`,
    baselines[index] ?? NaN,
    round.perSecond,
    round.perSecondClosed,
    round.commitsASecond,
    round.mailsACommit,
    round.memory.peakMb,
    Math.round(round.memory.halfWayMb),
    Math.round(round.memory.endMb),
  ])
  const head = ['', 'alone/s', 'ours/s', 'till closed/s', 'commits/s', 'mails/commit', 'peak MB']
  return [
    `The Bulletin to ${String(members)} members, ${String(bytesAMessage)} bytes a mail, enrolled at ${String(enrolledASecond)} a second`,
    table([[...head, 'kept half way', 'kept at the end'], ...rows]),
    ...(site
      ? [
          table([
            ['the site', 'p50 ms', 'p95 ms', 'requests'],
            ['alone', site.alone.p50, site.alone.p95, site.alone.requests],
            [
              `while a worker sends ${site.mailsASecond} a second`,
              site.whileSending.p50,
              site.whileSending.p95,
              site.whileSending.requests,
            ],
          ]),
        ]
      : ['The site was not measured: there is no build. Make one with: npm run build']),
  ].join('\n\n')
}

type Measured = {
  readonly report: string
  readonly result: SearchBench['result']
  readonly targets: readonly Target[]
}

const BENCHES: Readonly<Record<string, (command: BenchCommand) => Promise<Measured>>> = {
  search: async (command) => {
    const bench = await benchSearch({
      settings: await command.settings(),
      briefings: briefingsOf(command),
      requests: numberOf(command, 'requests', 300),
      onProgress: command.progress,
    })
    return { ...bench, report: searchReport(bench) }
  },
  publish: async (command) => {
    const bench = await benchPublish({
      settings: await command.settings(),
      briefings: briefingsOf(command),
      times: numberOf(command, 'times', 30),
    })
    return { ...bench, report: publishReport(bench) }
  },
  import: async (command) => {
    const bench = await benchImport(briefingsOf(command))
    return { ...bench, report: importReport(bench) }
  },
  bulletin: async (command) => {
    const bench = await benchBulletin({
      members: numberOf(command, 'members', command.values.small ? 500 : 10_000),
      rounds: numberOf(command, 'rounds', command.values.small ? 1 : 3),
      withSite: isBuilt(),
      onProgress: command.progress,
    })
    return { ...bench, report: bulletinReport(bench) }
  },
}

await runCommand({ help: HELP, options: OPTIONS }, async (command) => {
  const measure = BENCHES[command.words[0] ?? '']
  if (!measure) throw new WrongUse(`Say what to measure: ${Object.keys(BENCHES).join(' or ')}.`)
  const { report, result, targets } = await measure(command)
  command.say(`${report}\n\n${targetLines(targets)}`)
  command.answer(result)
  if (targets.some(({ isMet }) => !isMet)) command.endAsFailed()
})
