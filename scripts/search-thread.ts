import { parentPort, workerData } from 'node:worker_threads'
import { answerReaders } from '@/search/adapters/sqlite-fts/search-thread'

const { path } = workerData as { readonly path: string }
if (!parentPort) throw new Error('The search thread is started by the site, not by hand.')
answerReaders(parentPort, path)
