import 'server-only'
import { onRing } from '@/lib/wake'
import { topicTree, type TopicNode } from '@/topics/topic-tree'
import { thePayload } from './payload'

const KEPT_FOR_MS = 30_000

let kept: { readonly tree: Promise<readonly TopicNode[]>; readonly until: number } | undefined

onRing(() => {
  kept = undefined
})

async function readTree(now: Date): Promise<readonly TopicNode[]> {
  return topicTree(await thePayload(), now)
}

/**
 * The topics with their numbers, for the frame of every page. Kept for half a minute, and dropped at every change
 * this process hears of: it is the same for all viewers.
 */
export function theTopicTree(now: Date): Promise<readonly TopicNode[]> {
  if (!kept || kept.until <= now.getTime()) {
    const tree = readTree(now)
    kept = { tree, until: now.getTime() + KEPT_FOR_MS }
    tree.catch(() => {
      kept = undefined
    })
  }
  return kept.tree
}
