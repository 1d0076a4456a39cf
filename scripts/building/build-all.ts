import { bundleWorker } from './bundle-worker'
import { ending, startNext } from './run-next'
import { keepStamp, sourceStamp } from './source-stamp'

/**
 * Builds the site and the worker, and remembers from which sources.
 *
 * @throws {Error} when the build fails; its own words stand above.
 */
export async function buildAll(): Promise<void> {
  const stamp = sourceStamp()
  const code = await ending(startNext(['build']))
  if (code !== 0) throw new Error('The site could not be built. The reason stands above.')
  await bundleWorker()
  keepStamp(stamp)
}
