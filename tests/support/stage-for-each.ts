import { afterEach, beforeEach } from 'vitest'
import { type BulletinStage, openStage } from './bulletin-stage'
import type { SinkHooks } from './smtp-sink'

type StageOfTheTest = BulletinStage & {
  /** Begins the test anew with a mail server that does as told. */
  readonly reopen: (hooks?: SinkHooks, connections?: number) => Promise<void>
}

/**
 * A stage of its own for each test of the file, closed after it.
 * @param prepare runs before each test, when the stage stands
 */
export function stageForEach(prepare: () => unknown = () => undefined): StageOfTheTest {
  let stage: BulletinStage
  beforeEach(async () => {
    stage = await openStage()
    await prepare()
  })
  afterEach(() => stage.close())
  return {
    get test() {
      return stage.test
    },
    get world() {
      return stage.world
    },
    get sink() {
      return stage.sink
    },
    get mailer() {
      return stage.mailer
    },
    get engine() {
      return stage.engine
    },
    get findsAmong() {
      return stage.findsAmong
    },
    close: () => stage.close(),
    reopen: async (hooks, connections) => {
      await stage.close()
      stage = await openStage(hooks, connections)
    },
  }
}
