/**
 * Runs one script to its end: `node --import tsx scripts/entry.mjs SCRIPT …`.
 *
 * While the loader's own thread works, nothing else may keep Node 20 alive, and it ends with code 13 in the middle of an
 * import. The timer holds it until the script has come to its end.
 */
import { pathToFileURL } from 'node:url'

process.argv.splice(1, 1)
const alive = setInterval(() => undefined, 60_000)
try {
  await import(pathToFileURL(process.argv[1]).href)
} finally {
  clearInterval(alive)
}
