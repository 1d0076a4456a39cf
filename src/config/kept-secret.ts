import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/**
 * The secret kept in the data folder, made on the first call.
 *
 * Safe to call from two processes at once: the first to create the file wins, the other reads it.
 */
export function keptSecret(dataDir: string): string {
  const file = path.join(dataDir, 'payload-secret')
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true })
    writeOnce(file, randomBytes(32).toString('hex'))
  }
  return readFileSync(file, 'utf8').trim()
}

function writeOnce(file: string, text: string): void {
  try {
    writeFileSync(file, text, { flag: 'wx', mode: 0o600 })
  } catch (fault) {
    const madeMeanwhile = fault instanceof Error && 'code' in fault && fault.code === 'EEXIST'
    if (!madeMeanwhile) throw fault
  }
}
