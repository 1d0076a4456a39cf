import { buildAll } from './building/build-all'
import { whileNobodyElseBuilds } from './building/build-lock'
import { runCommand } from './command/run-command'

const HELP = `npm run build    builds the site (.next) and the worker (dist/worker.mjs)`

await runCommand({ help: HELP, options: {} }, async (command) => {
  await whileNobodyElseBuilds(buildAll)
  command.say('Built. Start the site with: npm start. Run the worker with: npm run worker.')
})
