import type { Payload } from 'payload'

export async function repairTornSaves(payload: Payload): Promise<void> {
  await payload.count({ collection: 'briefings', overrideAccess: true })
}
