import { spawn } from 'node:child_process'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { TestPayload } from './test-payload'

const root = path.resolve(import.meta.dirname, '../..')

/** Publishes a briefing of that title from a process of its own, on the same database. Resolves when it has ended. */
export function publishElsewhere({ settings, dataDir }: TestPayload, title: string): Promise<void> {
  const child = spawn(
    process.execPath,
    [
      '--import',
      pathToFileURL(path.join(root, 'node_modules/tsx/dist/loader.mjs')).href,
      path.join(root, 'scripts/entry.mjs'),
      path.join(root, 'tests/support/publish-program.ts'),
      title,
    ],
    {
      cwd: root,
      stdio: ['ignore', 'ignore', 'pipe'],
      env: {
        PATH: process.env.PATH,
        NODE_ENV: 'production',
        NODE_NO_WARNINGS: '1',
        DATA_DIR: dataDir,
        DATABASE_URI: settings.database.uri,
        PAYLOAD_SECRET: settings.secret,
      },
    },
  )
  let complaints = ''
  child.stderr.on('data', (chunk: Buffer) => (complaints += chunk.toString()))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => (code === 0 ? resolve() : reject(new Error(complaints))))
  })
}
