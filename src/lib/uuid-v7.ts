import { randomUUID } from 'node:crypto'

/** An id that sorts by the time it was made, so that new rows stand side by side in an index (RFC 9562 section 5.7). */
export function uuidV7(): string {
  const time = Date.now().toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`
}
