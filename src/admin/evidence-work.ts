import { payloadUserOf } from '@/access/viewer'
import type { Work } from './work'
import { type Asking, MOST } from './writing-work'

const cited = (count: number) =>
  count === 1 ? 'one briefing cites it' : `${count} briefings cite it`

/** Sources whose link is dead or moved, or that no longer stand. */
export async function sourcesToLookAt({ payload, staff }: Asking): Promise<Work> {
  const { docs } = await payload.find({
    collection: 'evidence-tasks',
    where: { closedAt: { exists: false } },
    sort: 'openedAt',
    limit: MOST,
    depth: 0,
    overrideAccess: false,
    user: payloadUserOf({ kind: 'staff', staff }),
  })
  return {
    title: 'Sources to look at',
    tasks: docs.map(({ key, title, said, briefings }) => ({
      label: title,
      href: `/admin/collections/sources/${key}`,
      note: `${said ?? ''} ${cited(briefings?.length ?? 0)}`.trim(),
    })),
    whenEmpty: 'No source needs looking at.',
  }
}
