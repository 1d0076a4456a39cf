import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, it } from 'vitest'
import type { bundleWorker } from '../../scripts/building/bundle-worker'
import { makeOneFile } from '../../scripts/building/one-file.mjs'

// Within the project, since the program finds its packages from where it stands.
const cache = path.resolve(import.meta.dirname, '../../node_modules/.cache')

type Bundled = { readonly bundleWorker: typeof bundleWorker }

/** Commands run so, and `npm run demo` builds the worker. */
it('a program of one file finds what it was written beside', { timeout: 60_000 }, async () => {
  mkdirSync(cache, { recursive: true })
  const folder = mkdtempSync(path.join(cache, 'one-file-'))
  try {
    const outfile = path.join(folder, 'bundle-worker.mjs')
    await makeOneFile(['scripts/building/bundle-worker.ts'], { outfile })
    const bundled = (await import(pathToFileURL(outfile).href)) as Bundled
    await bundled.bundleWorker(path.join(folder, 'made'))
    expect(readdirSync(path.join(folder, 'made')).sort()).toEqual([
      'search-thread.mjs',
      'worker.mjs',
    ])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
