import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { buildAll } from './building/build-all'
import { whileNobodyElseBuilds } from './building/build-lock'
import { PROJECT_ROOT } from './building/project-root'
import { isBuilt } from './building/source-stamp'
import { runCommand } from './command/run-command'
import { audit, type Audited } from './audit-leaks/audit'
import { openMarkedSite, plantFolder } from './audit-leaks/marked-site'
import { plantWorld } from './audit-leaks/plant-world'
import { printedPuts, printedTable, SNAPSHOT, snapshotOf } from './audit-leaks/snapshot'

const HELP = `npm run audit:leaks -- [--keep] [--prove]

Fills a database of its own with marks nobody can guess, one in every field, draft, future item, file and address; serves
the built site from it; asks every route, feed, search, file and form as every persona; and looks for marks in the bytes of
every answer, mail, log line and kept file. Asks every question twice, with a right and a wrong guess: the answers must be
the same. Prints the table of route and persona, and fails where it differs from the one that is kept.

  --keep        keeps the table that was found
  --every N     puts one question about the schema in N, and of those about the site and as staff ten times as many
  --prove       plants faults in a copy of the site, one after another, and fails where one goes unnoticed
  --json        prints leaks, differences, requests, routes, personas`

const OPTIONS = {
  keep: { type: 'boolean' },
  prove: { type: 'boolean' },
  every: { type: 'string' },
  plant: { type: 'string' },
} as const

const MOST_SHOWN = 40

type Say = (line: string) => void

function sayFaults(say: Say, { leaks, differences, unseen, unread }: Audited): void {
  for (const { persona, asked, of } of leaks.slice(0, MOST_SHOWN)) {
    say(`LEAK  ${of} to ${persona}: ${asked}`)
  }
  for (const { persona, asked, right, wrong } of differences.slice(0, MOST_SHOWN)) {
    say(`DIFFERENCE  ${persona}: ${asked}\n  right guess: ${right}\n  wrong guess: ${wrong}`)
  }
  for (const { of } of unseen.slice(0, MOST_SHOWN)) say(`BLIND  nobody met ${of}, who may`)
  for (const sentence of unread) say(`BLIND  ${sentence}`)
}

await runCommand({ help: HELP, options: OPTIONS }, async (command) => {
  const { values, say, progress } = command
  if (values.plant) {
    const { dataDir } = await command.settings()
    const payload = await command.payload()
    const world = await plantWorld(payload, dataDir)
    const collections = payload.config.collections.map(({ slug }) => slug)
    writeFileSync(values.plant, JSON.stringify({ world, collections }))
    return
  }
  if (!isBuilt()) {
    say('Building the site first.')
    await whileNobodyElseBuilds(async () => {
      if (!isBuilt()) await buildAll()
    })
  }
  if (values.prove) {
    const { proveThatItBites } = await import('./audit-leaks/prove')
    if (!(await proveThatItBites({ say, progress }))) command.endAsFailed()
    return
  }
  const planted = await plantFolder(progress)
  const site = await openMarkedSite(planted)
  try {
    const found = await audit(site, { onProgress: progress, every: Number(values.every ?? 1) })
    const snapshot = snapshotOf(found)
    say(printedTable(snapshot))
    say(`\n${printedPuts(found.puts)}\n`)
    sayFaults(say, found)
    if (values.keep) writeFileSync(SNAPSHOT, snapshot)
    const isAsKept = existsSync(SNAPSHOT) && readFileSync(SNAPSHOT, 'utf8') === snapshot
    if (!isAsKept) {
      say(
        `The table is not the one kept in ${path.relative(PROJECT_ROOT, SNAPSHOT)}. Read what changed; if it is right, keep it: npm run audit:leaks -- --keep`,
      )
    }
    const { leaks, differences, requests, unseen, unread, read } = found
    const counts = {
      leaks: leaks.length,
      differences: differences.length,
      requests,
      puts: found.puts,
      routes: found.rows.length,
      personas: found.personas.length,
      blind: unseen.length + unread.length,
      ...read,
      isAsKept,
    }
    say(
      `${counts.leaks} leaks and ${counts.differences} differing pairs in ${requests} requests: ${counts.routes} routes, ${counts.personas} personas. ${read.mails ?? 'No'} mails and ${read.files} kept files were read.`,
    )
    command.answer(counts)
    if (counts.leaks + counts.differences + counts.blind > 0 || !isAsKept) command.endAsFailed()
  } finally {
    await site.close()
    planted.remove()
  }
})
