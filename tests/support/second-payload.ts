import { randomUUID } from 'node:crypto'
import { getPayload, type Payload } from 'payload'
import type { TestPayload } from './test-payload'

/** Another Signpost on the same database, with connections of its own, as another process has. Destroy it when done. */
export async function openSecondPayload({ settings }: TestPayload): Promise<Payload> {
  const { makeConfig } = await import('../../payload.config')
  return getPayload({ config: await makeConfig(settings), key: randomUUID() })
}
