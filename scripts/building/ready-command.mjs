import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { makeOneFile } from './one-file.mjs'

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')
const KEPT = path.join(ROOT, 'node_modules/.cache/commands')

const OF_EVERYTHING = ['package-lock.json', 'tsconfig.json', 'scripts/building/one-file.mjs']

/** @type {(file: string) => string} */
const stateOf = (file) => {
  const { mtimeMs, size } = statSync(path.join(ROOT, file))
  return `${mtimeMs} ${size}`
}

/** @type {(list: string) => boolean} */
function isOfToday(list) {
  try {
    const made = Object.entries(JSON.parse(readFileSync(list, 'utf8')))
    return made.every(([file, state]) => stateOf(file) === state)
  } catch {
    return false
  }
}

/**
 * One file of a command, made anew when a source of it has changed.
 *
 * Loaded as separate modules, a command now and then stood still for ever: Node 20 loads TypeScript by a thread of its own,
 * and loses a word between the two (docs/decisions/047-commands-in-one-file.md). One file needs no such thread.
 *
 * @param {string} name
 * @returns {Promise<string | null>} null where nothing can be kept
 */
export async function readyCommand(name) {
  const [file, list] = [path.join(KEPT, `${name}.mjs`), path.join(KEPT, `${name}.json`)]
  if (isOfToday(list)) return file
  const own = path.join(KEPT, `${name}-${process.pid}.mjs`)
  try {
    mkdirSync(KEPT, { recursive: true })
  } catch {
    return null
  }
  const sources = await makeOneFile([`scripts/${name}.ts`], { outfile: own })
  const ours = sources.filter((source) => !source.startsWith('node_modules/'))
  const made = Object.fromEntries([...ours, ...OF_EVERYTHING].map((each) => [each, stateOf(each)]))
  rmSync(list, { force: true })
  renameSync(own, file)
  writeFileSync(list, JSON.stringify(made))
  return file
}
