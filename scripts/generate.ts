import { spawnSync } from 'node:child_process'
import path from 'node:path'

/** Writes again what is generated from the collections: types and the admin's import map. */
const payload = path.resolve('node_modules/payload/bin.js')
for (const task of ['generate:types', 'generate:importmap']) {
  const { status } = spawnSync(process.execPath, [payload, task], {
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  if (status !== 0) process.exit(status ?? 1)
}
