import { createHash } from 'node:crypto'

/** Makes ids that depend on their contents and their order alone: the same text gives the same ids. */
export function stableIds(): (content: unknown) => string {
  let count = 0
  return (content) => {
    count += 1
    return createHash('sha256')
      .update(JSON.stringify([count, content]))
      .digest('hex')
      .slice(0, 24)
  }
}
