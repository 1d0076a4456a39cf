import { afterEach, beforeEach, describe } from 'vitest'
import type { SearchEngine } from '@/search/search-engine'
import { accessPromises } from './search/access'
import { findingPromises } from './search/finding'
import { hostilePromises } from './search/hostile-input'
import { keepingPromises } from './search/keeping'
import { narrowingPromises } from './search/narrowing'

/** Opens engines on one index: each call is another connection to it, as another process would have. */
export type OpenEngine = () => Promise<SearchEngine>

export type EngineUnderTest = {
  /** The engine of this test, on an empty index of its own. */
  readonly engine: () => SearchEngine
  readonly openAnother: OpenEngine
}

/** What every search engine promises. `makeIndex` gives an empty index and how to open it. */
export function searchEngineContract(
  name: string,
  makeIndex: () => Promise<{ open: OpenEngine; drop: () => Promise<void> }>,
): void {
  describe(name, () => {
    let index: Awaited<ReturnType<typeof makeIndex>>
    let opened: SearchEngine[] = []
    const open = async () => {
      const engine = await index.open()
      opened.push(engine)
      return engine
    }
    beforeEach(async () => {
      index = await makeIndex()
      await open()
    })
    afterEach(async () => {
      await Promise.all(opened.map((engine) => engine.close()))
      opened = []
      await index.drop()
    })

    const underTest: EngineUnderTest = { engine: () => opened[0]!, openAnother: open }
    describe('finding', () => findingPromises(underTest))
    describe('narrowing', () => narrowingPromises(underTest))
    describe('who finds what', () => accessPromises(underTest))
    describe('keeping up', () => keepingPromises(underTest))
    describe('hostile input', () => hostilePromises(underTest))
  })
}
