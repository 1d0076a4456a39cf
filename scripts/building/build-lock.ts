import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { PROJECT_ROOT } from './project-root'

const LOCK = path.join(PROJECT_ROOT, 'node_modules/.cache/signpost-build.lock')
const EVERY_MS = 500

const hasCode = (fault: unknown, code: string): boolean =>
  fault instanceof Error && 'code' in fault && fault.code === code

function take(): boolean {
  mkdirSync(path.dirname(LOCK), { recursive: true })
  try {
    writeFileSync(LOCK, String(process.pid), { flag: 'wx' })
    return true
  } catch (fault) {
    if (hasCode(fault, 'EEXIST')) return false
    throw fault
  }
}

/** Whether the process that took the lock has ended without giving it back. */
function isLeftBehind(): boolean {
  try {
    process.kill(Number(readFileSync(LOCK, 'utf8')), 0)
    return false
  } catch (fault) {
    return hasCode(fault, 'ESRCH')
  }
}

/** Runs `work` while no other process of this folder is building. */
export async function whileNobodyElseBuilds(work: () => Promise<void>): Promise<void> {
  while (!take()) {
    if (isLeftBehind()) rmSync(LOCK, { force: true })
    else await setTimeout(EVERY_MS)
  }
  try {
    await work()
  } finally {
    rmSync(LOCK, { force: true })
  }
}
