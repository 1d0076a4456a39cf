import type { CollectionAfterChangeHook, CollectionAfterDeleteHook } from 'payload'
import { ring } from '@/lib/wake'

/** Asks the loops to look early. It carries no work: a lost ring costs a second, never a document. */
export const wakeLoops: CollectionAfterChangeHook = ({ doc }) => {
  ring()
  return doc as unknown
}

export const wakeLoopsAfterDelete: CollectionAfterDeleteHook = ({ doc }) => {
  ring()
  return doc as unknown
}
