import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { WebSocket } from 'ws'
import { untilItServes } from '../../support/until-it-serves'
import { site } from './site'

type Running = {
  readonly pid: number
  readonly parent: number
  readonly kilobytes: number
  readonly name: string
}

/** As Next names the process that serves. */
const SERVER = 'next-server'

function everythingRunning(): Running[] {
  const lines = execFileSync('ps', ['-eo', 'pid=,ppid=,rss=,comm='], { encoding: 'utf8' })
  return lines.split('\n').map((line) => {
    const [pid, parent, kilobytes, name = ''] = line.trim().split(/\s+/)
    return { pid: Number(pid), parent: Number(parent), kilobytes: Number(kilobytes), name }
  })
}

/** The process that serves the pages, among all that the site started. */
function theServer(): Running {
  const running = everythingRunning()
  const below = (pid: number): Running[] =>
    running.filter(({ parent }) => parent === pid).flatMap((child) => [child, ...below(child.pid)])
  const server = below(site().pid).find(({ name }) => name.startsWith(SERVER))
  if (!server) throw new Error(`Nothing that the site started is called ${SERVER}.`)
  return server
}

type Asked = { readonly ask: (method: string, params?: object) => Promise<unknown> }

/** Asks the server by the protocol of its inspector, which opens on a signal: https://nodejs.org/en/learn/getting-started/debugging */
async function withTheServer<Found>(find: (inspector: Asked) => Promise<Found>): Promise<Found> {
  process.kill(theServer().pid, 'SIGUSR1')
  const list = `http://127.0.0.1:${site().inspector}/json/list`
  await untilItServes(list, 15_000)
  const [target] = (await (await fetch(list)).json()) as [{ webSocketDebuggerUrl: string }]
  const socket = new WebSocket(target.webSocketDebuggerUrl)
  await once(socket, 'open')
  let last = 0
  const ask = async (method: string, params: object = {}) => {
    const id = ++last
    socket.send(JSON.stringify({ id, method, params }))
    for (;;) {
      const [message] = (await once(socket, 'message')) as [Buffer]
      const answer = JSON.parse(message.toString()) as { id?: number; result?: unknown }
      if (answer.id === id) return answer.result
    }
  }
  try {
    return await find({ ask })
  } finally {
    socket.close()
  }
}

const IN_USE = '(({ heapUsed, external }) => heapUsed + external)(process.memoryUsage())'

/**
 * What the server that the browser tests look at cannot do without, in megabytes: objects and buffers that are there once
 * all garbage is gone. What it occupies says less of what it keeps, since garbage is left until there is a lot of it.
 */
export const megabytesInUse = (): Promise<number> =>
  withTheServer(async ({ ask }) => {
    await ask('HeapProfiler.collectGarbage')
    const { result } = (await ask('Runtime.evaluate', { expression: IN_USE })) as {
      result: { value: number }
    }
    return result.value / 1024 / 1024
  })

/** All that the server occupies, in megabytes: also what is no JavaScript, and garbage. */
export const megabytesOccupied = (): number => theServer().kilobytes / 1024
