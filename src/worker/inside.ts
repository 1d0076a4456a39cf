import config from '@payload-config'
import { getPayload } from 'payload'
import { settings } from '@/config/settings'
import { repairTornSaves } from '@/repair/repair-torn-saves'
import { keepStatistics } from './keep-statistics'
import { startLoop } from './start-loop'
import { startWorker } from './start-worker'

const HOUR = 3_600_000

/**
 * Runs what belongs in the site's own process: the worker, where the settings ask for it, else only what keeps this
 * process's reading quick. It ends with the process.
 *
 * No reader is answered before what a crash tore is mended, whether the worker is here or elsewhere.
 */
export async function startInside(): Promise<void> {
  const payload = await getPayload({ config })
  if (settings().worker === 'inside') {
    await startWorker({ payload, settings: settings() })
    return
  }
  await repairTornSaves(payload)
  startLoop(
    { name: 'statistics', everyMs: HOUR, look: () => keepStatistics(payload) },
    (err, name) => payload.logger.error({ err, msg: `The ${name} loop failed` }),
  )
}
