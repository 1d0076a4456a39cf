import type { Payload } from 'payload'
import { afterLook, type LinkState } from './after-look'
import { claimLook, keepLinkState, linkStates } from './link-states'
import { type Asker, lookAtLink } from './look-at-link'
import { citingBriefings, settleTask, type WatchedSource } from './tasks'

export type WatchArgs = {
  readonly payload: Payload
  /** Null where links are not looked at: then only what officers say of a source makes tasks. */
  readonly asker: Asker | null
  /** How many links one call looks at. */
  readonly most?: number
  readonly now: Date
}

export type Watched = { readonly looked: number }

const linkOf = ({ url, doi }: WatchedSource): string | null =>
  url ?? (doi ? `https://doi.org/${doi}` : null)

async function watchedSources(payload: Payload): Promise<WatchedSource[]> {
  const { docs } = await payload.find({
    collection: 'sources',
    depth: 0,
    pagination: false,
    select: { title: true, url: true, doi: true, standing: true },
    overrideAccess: true,
  })
  return docs
}

const isDue = (state: LinkState | undefined, link: string, now: Date): boolean =>
  !state || state.url !== link || Date.parse(state.nextAt) <= now.getTime()

type Due = { readonly source: WatchedSource; readonly link: string }

/** Those whose turn it is, the longest waiting first, and of each host one: the loop's own pace is the host's. */
function dueLooks(
  sources: readonly WatchedSource[],
  states: ReadonlyMap<string, LinkState>,
  { most = 20, now }: WatchArgs,
): Due[] {
  const hosts = new Set<string>()
  const waiting = ({ source }: Due) => states.get(source.id)?.nextAt ?? ''
  return sources
    .flatMap((source) => {
      const link = linkOf(source)
      return link && isDue(states.get(source.id), link, now) ? [{ source, link }] : []
    })
    .toSorted((one, other) => waiting(one).localeCompare(waiting(other)))
    .filter(({ link }) => {
      const { host } = new URL(link)
      if (hosts.has(host)) return false
      hosts.add(host)
      return true
    })
    .slice(0, most)
}

async function look(
  { payload, now }: WatchArgs,
  { source, link }: Due,
  before: LinkState | null,
  asker: Asker,
): Promise<boolean> {
  if (!(await claimLook(payload, source.id, link, now))) return false
  // Nobody rests on it: nobody need be asked. It is thought of again when the claim runs out.
  if ((await citingBriefings(payload, source.id)).length === 0) return false
  const finding = await lookAtLink(link, asker)
  const state = afterLook(before, link, finding, now)
  await keepLinkState(payload, source.id, state)
  await settleTask({ payload, source, link: state, now })
  return true
}

async function keysOfOpenTasks(payload: Payload): Promise<ReadonlySet<string>> {
  const { docs } = await payload.find({
    collection: 'evidence-tasks',
    where: { closedAt: { exists: false } },
    depth: 0,
    pagination: false,
    select: { key: true },
    overrideAccess: true,
  })
  return new Set(docs.map(({ key }) => key))
}

/**
 * Looks at the links whose turn it is, and keeps one task for each source that needs an officer
 * (docs/decisions/029-evidence-watch.md).
 *
 * Safe to repeat and beside other workers: each look is claimed first. Whatever a server does, a look ends.
 */
export async function watchEvidence(args: WatchArgs): Promise<Watched> {
  const { payload, asker, now } = args
  const sources = await watchedSources(payload)
  const states = await linkStates(payload)
  let looked = 0
  for (const due of asker ? dueLooks(sources, states, args) : []) {
    const before = states.get(due.source.id) ?? null
    if (asker && (await look(args, due, before, asker))) looked += 1
  }
  const known = looked > 0 ? await linkStates(payload) : states
  const open = await keysOfOpenTasks(payload)
  for (const source of sources) {
    const isDoubtful = source.standing === 'superseded' || source.standing === 'withdrawn'
    if (!isDoubtful && !open.has(source.id)) continue
    const link = known.get(source.id) ?? null
    await settleTask({
      payload,
      source,
      link: link?.url === linkOf(source) ? link : null,
      now,
    })
  }
  return { looked }
}
