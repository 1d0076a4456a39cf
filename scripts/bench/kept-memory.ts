import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

/**
 * What this process holds on to, in megabytes: its heap and its buffers once all garbage is gone. How much a process
 * holds in all says when the collector last came by, and nothing of what grows.
 */
export function keptMb(): number {
  collectGarbage()
  const { heapUsed, external } = process.memoryUsage()
  return (heapUsed + external) / 1_000_000
}
