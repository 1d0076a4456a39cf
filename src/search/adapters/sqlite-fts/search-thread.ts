import type { MessagePort } from 'node:worker_threads'
import type { SearchEngine } from '../../search-engine'
import { embeddedEngine } from './embedded-engine'

/** What readers ask of an index. */
export type Reading = Pick<SearchEngine, 'search' | 'suggest'>

export type Question = {
  readonly [Name in keyof Reading]: {
    readonly number: number
    readonly name: Name
    readonly words: Parameters<Reading[Name]>
  }
}[keyof Reading]

export type Answer =
  | { readonly number: number; readonly answer: Awaited<ReturnType<Reading[keyof Reading]>> }
  | { readonly number: number; readonly fault: unknown }

const answerOf = (engine: Reading, question: Question) =>
  question.name === 'search' ? engine.search(...question.words) : engine.suggest(...question.words)

/** The thread's side: answers the questions that come in over `port` from the index at `path`. */
export function answerReaders(port: MessagePort, path: string): void {
  const engine = embeddedEngine(path)
  const reply = (answer: Answer) => {
    port.postMessage(answer)
  }
  port.on('message', (question: Question) => {
    const { number } = question
    answerOf(engine, question).then(
      (answer) => reply({ number, answer }),
      (fault: unknown) => reply({ number, fault }),
    )
  })
}
