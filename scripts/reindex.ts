import { makeSearchEngine } from '@/search/make-search-engine'
import { reindex } from '@/search/reindex'
import { runCommand } from './command/run-command'

const HELP = `npm run reindex [-- --json]

Builds the search index anew from the published briefings. Searches are answered from the old one meanwhile.
`

await runCommand({ help: HELP, options: {} }, async (command) => {
  const payload = await command.payload()
  const engine = makeSearchEngine(await command.settings())
  const begun = performance.now()
  try {
    const briefings = await reindex({
      payload,
      engine,
      now: new Date(),
      onProgress: (done, all) => command.progress(`Briefings: ${done} of ${all}`),
    })
    const tookMs = Math.round(performance.now() - begun)
    command.say(
      `The search index holds ${briefings} briefings. It took ${(tookMs / 1000).toFixed(1)} s.`,
    )
    command.answer({ ok: true, briefings, tookMs })
  } finally {
    await engine.close()
  }
})
