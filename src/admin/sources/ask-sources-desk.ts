import { type DeskAnswer, postJson } from '../post-json'

/** Asks the desk's route for sources; what goes wrong comes back as a sentence. */
export const askSourcesDesk = <T>(asked: object): Promise<DeskAnswer<T>> =>
  postJson<T>('/api/sources-desk', asked)
