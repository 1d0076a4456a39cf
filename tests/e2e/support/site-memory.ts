import { execFileSync } from 'node:child_process'
import { site } from './site'

type Running = { readonly pid: number; readonly parent: number; readonly kilobytes: number }

function everythingRunning(): Running[] {
  const lines = execFileSync('ps', ['-eo', 'pid=,ppid=,rss='], { encoding: 'utf8' }).split('\n')
  return lines
    .map((line) => line.trim().split(/\s+/).map(Number))
    .map(([pid = 0, parent = 0, kilobytes = 0]) => ({ pid, parent, kilobytes }))
}

/** What the site of the browser tests holds in memory, with all the processes it started; 0 where it does not run. */
export function megabytesOfTheSite(): number {
  const running = everythingRunning()
  const below = (pid: number): number =>
    running
      .filter(({ parent }) => parent === pid)
      .reduce((sum, child) => sum + child.kilobytes + below(child.pid), 0)
  const own = running.find(({ pid }) => pid === site().pid)
  return own ? (own.kilobytes + below(own.pid)) / 1024 : 0
}
