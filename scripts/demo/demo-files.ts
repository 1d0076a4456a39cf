import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'

export const accountsFile = (dataDir: string): string => path.join(dataDir, 'demo-accounts.json')

/** What the demonstration must remember of its data folder. */
export type DemoState = {
  /** Of the staff accounts, by address. */
  readonly passwords: Readonly<Record<string, string>>
  /** ISO date-time at which the content was loaded whole, or null while it is not. */
  readonly seededAt: string | null
}

const stateFile = (dataDir: string): string => path.join(dataDir, 'demo-state.json')

/** Replaces the file whole, readable by its owner alone. */
export function writePrivately(file: string, value: unknown): void {
  writeFileSync(`${file}.new`, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 })
  renameSync(`${file}.new`, file)
}

export const readState = (dataDir: string): DemoState | null =>
  existsSync(stateFile(dataDir))
    ? (JSON.parse(readFileSync(stateFile(dataDir), 'utf8')) as DemoState)
    : null

export const keepState = (dataDir: string, state: DemoState): void =>
  writePrivately(stateFile(dataDir), state)
