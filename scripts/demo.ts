import { buildAll } from './building/build-all'
import { whileNobodyElseBuilds } from './building/build-lock'
import { ending, serveSite } from './building/run-next'
import { isBuilt } from './building/source-stamp'
import { runCommand } from './command/run-command'
import { prepareDemonstration } from './demo/prepare-demonstration'
import { untilItAnswers } from './demo/until-it-answers'
import { welcome } from './demo/welcome'

const HELP = `npm run demo

The whole of Signpost on this machine, with nothing to set up: builds what is not built, prepares a database with
demonstration content under DATA_DIR (./data if unset), and serves the site on PORT (3000) with the worker inside.
The accounts are printed and kept in demo-accounts.json of that folder. Stop it with Ctrl-C.`

await runCommand({ help: HELP, options: {} }, async (command) => {
  const settings = await command.settings()
  if (!isBuilt()) {
    command.say('Building the site. This takes a minute or two, the first time only.')
    await whileNobodyElseBuilds(async () => {
      if (!isBuilt()) await buildAll()
    })
  }
  const payload = await command.payload()
  const accounts = await prepareDemonstration({
    payload,
    settings,
    now: new Date(),
    onProgress: command.progress,
  })
  await command.closePayload()

  const site = serveSite(settings, { WORKER: 'inside' })
  const ended = ending(site)
  if (
    await Promise.race([
      untilItAnswers(`http://localhost:${settings.port}/healthz`),
      ended.then(() => false),
    ])
  ) {
    command.say(welcome(settings, accounts))
  }
  process.exitCode = await ended
})
