import { bundleWorker } from './bundle-worker'
import { ending, SIGNALS, startNext } from './run-next'
import { keepStamp, sourceStamp } from './source-stamp'

/**
 * Builds the site and the worker, and remembers from which sources.
 *
 * @throws {Error} when the build fails or is stopped; its own words stand above.
 */
export async function buildAll(): Promise<void> {
  const stamp = sourceStamp()
  const stop = new AbortController()
  for (const signal of SIGNALS) process.once(signal, () => stop.abort())
  const code = await ending(startNext(['build']))
  // Next ends with 0 when it is interrupted.
  if (stop.signal.aborted)
    throw new Error('The build was stopped. Run the command again to finish it.')
  if (code !== 0) throw new Error('The site could not be built. The reason stands above.')
  await bundleWorker()
  keepStamp(stamp)
}
