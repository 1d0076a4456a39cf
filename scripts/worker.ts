import { constants, setPriority } from 'node:os'
import { getPayload } from 'payload'
import { settings } from '@/config/settings'
import { startWorker } from '@/worker/start-worker'
import { refuseOtherDatabases } from './command/refuse-other-databases'

const HELP = `npm run worker    keeps the index in step, sends the Bulletin and passes on enquiries, until it is stopped`

async function work(): Promise<void> {
  // Readers wait for the site, nobody for the worker: where the two share a machine, the site goes first.
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL)
  const chosen = settings()
  refuseOtherDatabases(chosen)
  // Loaded now, so that a fault of the settings is said in a line rather than thrown while loading.
  const { default: config } = await import('@payload-config')
  const payload = await getPayload({ config })
  const stop = await startWorker({ payload, settings: chosen })
  payload.logger.info('The worker runs. Stop it with Ctrl-C.')
  await new Promise((resolve) => {
    process.once('SIGINT', resolve)
    process.once('SIGTERM', resolve)
  })
  payload.logger.info('The worker stops: it begins nothing more, and waits for what is under way.')
  await stop()
  await payload.destroy()
  // Mail that a server has not answered yet would keep the process alive for ten minutes.
  process.exit(0)
}

if (process.argv.includes('--help')) {
  console.log(HELP)
} else {
  try {
    await work()
  } catch (fault) {
    console.error(fault instanceof Error ? fault.message : fault)
    process.exitCode = 1
  }
}
