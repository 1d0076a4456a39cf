import config from '@payload-config'
import { getPayload } from 'payload'
import { settings } from '@/config/settings'
import { keepStatistics } from './keep-statistics'
import { startLoop } from './start-loop'
import { startWorker } from './start-worker'

const HOUR = 3_600_000

/**
 * Runs what belongs in the site's own process: the worker, where the settings ask for it, else only what keeps this
 * process's reading quick. It ends with the process.
 */
export async function startInside(): Promise<void> {
  const payload = await getPayload({ config })
  if (settings().worker === 'inside') {
    await startWorker({ payload, settings: settings() })
    return
  }
  startLoop(
    { name: 'statistics', everyMs: HOUR, look: () => keepStatistics(payload) },
    (err, name) => payload.logger.error({ err, msg: `The ${name} loop failed` }),
  )
}
