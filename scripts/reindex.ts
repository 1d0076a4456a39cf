import { makeSearchEngines } from '@/search/make-search-engine'
import { reindex } from '@/search/reindex'
import type { SearchEngine } from '@/search/search-engine'
import { type Command, runCommand } from './command/run-command'

const HELP = `npm run reindex [-- --json]

Builds the search index anew from the published briefings, that of the reserve engine too where there is one. Searches
are answered from the old one meanwhile.
`

type Rebuilt = { readonly engine: string; readonly briefings: number; readonly tookMs: number }

async function rebuild(command: Command<never>, engine: SearchEngine): Promise<Rebuilt> {
  const begun = performance.now()
  const briefings = await reindex({
    payload: await command.payload(),
    engine,
    now: new Date(),
    onProgress: (done, all) => command.progress(`${engine.name}: ${done} of ${all} briefings`),
  })
  return { engine: engine.name, briefings, tookMs: Math.round(performance.now() - begun) }
}

await runCommand({ help: HELP, options: {} }, async (command) => {
  const { kept, answering } = makeSearchEngines(await command.settings())
  const rebuilt: Rebuilt[] = []
  const faults: string[] = []
  for (const engine of kept) {
    try {
      const one = await rebuild(command, engine)
      rebuilt.push(one)
      const seconds = (one.tookMs / 1000).toFixed(1)
      command.say(`${one.engine} holds ${one.briefings} briefings. It took ${seconds} s.`)
    } catch (fault) {
      faults.push(`${engine.name}: ${fault instanceof Error ? fault.message : String(fault)}`)
    }
  }
  await answering.close()
  const [first] = rebuilt
  const { briefings = 0, tookMs = 0 } = first ?? {}
  command.answer({ ok: faults.length === 0, briefings, tookMs, engines: rebuilt })
  if (faults.length > 0) throw new Error(faults.join('\n'))
})
