import { readFileSync } from 'node:fs'
import { siteKey } from '@/search/adapters/meilisearch/site-key'
import { runCommand, WrongUse } from './command/run-command'

const HELP = `npm run search:keys -- --master-key-file FILE [--json]

Makes, or finds, the key with which the site and the worker use Meilisearch, and prints the line for the settings.
It opens this site's own indexes alone, and no other key or setting of the server. Safe to repeat.

  --master-key-file   a file that holds the master key; else it is read from MEILISEARCH_MASTER_KEY
`

const OPTIONS = { 'master-key-file': { type: 'string' } } as const

await runCommand({ help: HELP, options: OPTIONS }, async (command) => {
  const { search } = await command.settings()
  const file = command.values['master-key-file']
  const master = file === undefined ? search.masterKey : readFileSync(file, 'utf8').trim()
  if (!search.meilisearch) throw new WrongUse('Set MEILISEARCH_URL to the address of the server.')
  if (!master) throw new WrongUse('Say where the master key is.')
  const { key, isNew } = await siteKey({ url: search.meilisearch.url, key: master })
  command.say(isNew ? 'A new key was made.' : 'The key was there before.')
  command.say(`MEILISEARCH_KEY=${key}`)
  command.answer({ ok: true, isNew, key })
})
