import type { CollectionBeforeChangeHook, Payload } from 'payload'
import { refusal } from '@/lib/refusal'
import type { Topic } from '@/payload-types'

const idOf = (value: Topic['parent']): string | null =>
  typeof value === 'object' ? (value?.id ?? null) : (value ?? null)

async function parentOf(payload: Payload, id: string): Promise<string | null> {
  const topic = await payload.findByID({
    collection: 'topics',
    id,
    depth: 0,
    disableErrors: true,
    overrideAccess: true,
  })
  return topic ? idOf(topic.parent) : null
}

/** Refuses a parent that is the topic itself or stands below it: the tree would have no top. */
export const refuseCircularParent: CollectionBeforeChangeHook<Topic> = async ({
  data,
  originalDoc,
  req,
}) => {
  let ancestor = idOf(data.parent)
  while (ancestor && originalDoc) {
    if (ancestor === originalDoc.id) {
      throw refusal('A topic cannot stand below itself. Choose another parent.', 400)
    }
    ancestor = await parentOf(req.payload, ancestor)
  }
  return data
}
