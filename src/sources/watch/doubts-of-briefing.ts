import type { Payload } from 'payload'
import { type EvidenceDoubts, webLinksIn } from '@/lib/checks/check-evidence'
import { idsOf } from '@/lib/ids'
import { sourcesNamedIn } from '@/lib/lexical/citations'
import type { Briefing } from '@/payload-types'
import { canonicalUrl } from '../canonical-url'

type Written = Pick<Partial<Briefing>, 'sources' | 'body'>

async function doubtfulSources(payload: Payload, { sources, body }: Written) {
  const cited = [...new Set([...idsOf(sources), ...sourcesNamedIn(body)])]
  if (cited.length === 0) return []
  const { docs } = await payload.find({
    collection: 'evidence-tasks',
    where: { and: [{ key: { in: cited } }, { closedAt: { exists: false } }] },
    sort: 'openedAt',
    depth: 0,
    pagination: false,
    overrideAccess: true,
  })
  return docs.map(({ key, title, problem, said }) => ({
    ...{ id: key, title, problem },
    said: said ?? 'it needs looking at.',
  }))
}

async function doubtfulLinks(payload: Payload, { body }: Written) {
  const written = webLinksIn(body)
  if (written.length === 0) return []
  const { docs } = await payload.find({
    collection: 'evidence-looks',
    where: { standing: { in: ['dead', 'moved'] } },
    depth: 0,
    pagination: false,
    overrideAccess: true,
  })
  const known = new Map(docs.map((look) => [canonicalUrl(look.url), look]))
  return written.flatMap((url) => {
    const look = canonicalUrl(url) ? known.get(canonicalUrl(url)) : undefined
    return look ? [{ url, said: look.said ?? 'is gone', movedTo: look.movedTo ?? null }] : []
  })
}

/**
 * What the evidence watch knows against a briefing’s sources and the links of its text, for staff alone: nothing is asked
 * of the web. Of links it knows those that some source has as its address.
 */
export const doubtsOfBriefing = async (
  payload: Payload,
  briefing: Written,
): Promise<EvidenceDoubts> => ({
  sources: await doubtfulSources(payload, briefing),
  links: await doubtfulLinks(payload, briefing),
})
