import path from 'node:path'
import { makeOneFile } from './one-file.mjs'
import { PROJECT_ROOT } from './project-root'

/**
 * Bundles what runs beside the site, each into one file: the worker, which starts in a second, and the thread that
 * searches a large archive.
 *
 * Run as separate modules, the worker ended in silence at up to 80 % of starts (docs/decisions/001-stack.md).
 *
 * @param folder where the bundles go; the site looks for them in `dist`
 */
export async function bundleWorker(folder = path.join(PROJECT_ROOT, 'dist')): Promise<void> {
  await makeOneFile(['scripts/worker.ts', 'scripts/search-thread.ts'], { outdir: folder })
}
