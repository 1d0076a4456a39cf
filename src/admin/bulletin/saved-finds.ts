import type { Payload } from 'payload'
import { theSearchEngine } from '@/app/search'
import type { FindsAmong } from '@/bulletin/issue-news'
import { findsAmong } from '@/reading/finds-among'

/** Members' saved searches, asked of the search engine of this process. */
export const savedFinds = (payload: Payload): FindsAmong =>
  findsAmong({ payload, engine: theSearchEngine() })
