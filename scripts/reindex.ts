import { parseArgs } from 'node:util'
import config from '@payload-config'
import { getPayload } from 'payload'
import { settings } from '@/config/settings'
import { makeSearchEngine } from '@/search/make-search-engine'
import { reindex } from '@/search/reindex'

const HELP = `npm run reindex              build the search index anew, without a gap in service
npm run reindex -- --json    the same, answered as one object on the last line`

const EVERY = 3000

function progress(): (done: number, all: number) => void {
  let saidAt = Date.now()
  return (done, all) => {
    if (Date.now() - saidAt < EVERY) return
    saidAt = Date.now()
    console.error(`${done} of ${all} briefings`)
  }
}

async function run() {
  const payload = await getPayload({ config })
  const engine = makeSearchEngine(settings())
  const startedAt = Date.now()
  try {
    const briefings = await reindex({ payload, engine, now: new Date(), onProgress: progress() })
    return { ok: true, briefings, tookMs: Date.now() - startedAt }
  } finally {
    await engine.close()
    await payload.destroy()
  }
}

const inWords = ({ briefings, tookMs }: Awaited<ReturnType<typeof run>>): string =>
  `The search index holds ${briefings} briefings. It took ${(tookMs / 1000).toFixed(1)} s.`

function readArguments() {
  try {
    return parseArgs({ options: { json: { type: 'boolean' }, help: { type: 'boolean' } } }).values
  } catch {
    return null
  }
}

const chosen = readArguments()
if (chosen?.help) {
  console.log(HELP)
} else if (chosen === null) {
  console.error(HELP)
  process.exitCode = 2
} else {
  try {
    const report = await run()
    console.log(chosen.json ? JSON.stringify(report) : inWords(report))
  } catch (fault) {
    console.error(
      `The index could not be built: ${fault instanceof Error ? fault.message : String(fault)}`,
    )
    process.exitCode = 1
  }
}
