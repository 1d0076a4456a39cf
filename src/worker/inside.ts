import config from '@payload-config'
import { getPayload } from 'payload'
import { settings } from '@/config/settings'
import { startWorker } from './start-worker'

/** Runs the worker in the site's own process, where the settings ask for it. It ends with the process. */
export async function startInside(): Promise<void> {
  if (settings().worker !== 'inside') return
  await startWorker({ payload: await getPayload({ config }), settings: settings() })
}
