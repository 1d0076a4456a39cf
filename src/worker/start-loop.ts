export type Loop = {
  /** Named in the log when a look fails. */
  readonly name: string
  /** Milliseconds between the end of one look and the next. */
  readonly everyMs: number
  /** Asks what is owed and pays it. Must be safe to repeat. */
  readonly look: () => Promise<unknown>
}

export type RunningLoop = {
  /** Looks at once, or once more as soon as the look under way has ended. */
  readonly wake: () => void
  /** No further look begins; settles when the one under way has ended. */
  readonly stop: () => Promise<void>
}

/**
 * Looks now and then again and again until stopped. A loop never overlaps itself.
 *
 * A look that fails is handed to `onFault` and costs nothing but time: the next one finds the same work.
 */
export function startLoop(
  loop: Loop,
  onFault: (fault: unknown, name: string) => void,
): RunningLoop {
  let timer: NodeJS.Timeout | undefined
  let underWay: Promise<void> | undefined
  let isWoken = false
  let isStopped = false

  const look = async () => {
    try {
      await loop.look()
    } catch (fault) {
      onFault(fault, loop.name)
    }
  }

  const run = () => {
    clearTimeout(timer)
    isWoken = false
    underWay = look().then(() => {
      underWay = undefined
      if (!isStopped) timer = setTimeout(run, isWoken ? 0 : loop.everyMs)
    })
  }

  run()
  return {
    wake: () => {
      isWoken = true
      if (!underWay && !isStopped) run()
    },
    stop: async () => {
      isStopped = true
      clearTimeout(timer)
      await underWay
    },
  }
}
