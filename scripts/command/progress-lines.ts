import type { WriteStream } from 'node:tty'

const EVERY_MS = 3000

/** Progress for a person: one line rewritten on a terminal, a line every three seconds otherwise. */
export function progressLines(stream: NodeJS.WriteStream & { fd: number }) {
  let isOpen = false
  let lastAt = 0
  const rewrite = (line: string) => {
    const terminal = stream as WriteStream
    terminal.cursorTo(0)
    terminal.write(line)
    terminal.clearLine(1)
    isOpen = true
  }
  const append = (line: string) => {
    if (performance.now() - lastAt < EVERY_MS) return
    lastAt = performance.now()
    stream.write(`${line}\n`)
  }
  return {
    show: (line: string) => (stream.isTTY ? rewrite(line) : append(line)),
    end: () => {
      if (isOpen) stream.write('\n')
      isOpen = false
    },
  }
}
