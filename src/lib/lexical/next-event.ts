import { toIsoDate } from '../london-time'
import { blocksOf, everyNode, type LexicalNode } from './nodes'

function datesIn({ type, fields }: LexicalNode): string[] {
  if (type !== 'block' || fields?.blockType !== 'timeline' || !Array.isArray(fields.events))
    return []
  return (fields.events as { date?: unknown }[])
    .map(({ date }) => date)
    .filter((date) => typeof date === 'string')
}

/** The day of the first event still to come in the timelines of a document, as it was written, or null. */
export function nextEventOf(document: unknown, now: Date): string | null {
  const ahead = [...everyNode(blocksOf(document))]
    .flatMap(datesIn)
    .filter((date) => toIsoDate(date) > toIsoDate(now))
  return ahead.toSorted()[0] ?? null
}
