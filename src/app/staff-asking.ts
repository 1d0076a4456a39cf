import 'server-only'
import type { Viewer } from '@/access/viewer'
import { settings } from '@/config/settings'
import { isSameOrigin } from './answers'
import { currentViewer } from './viewer'

type Asking = Extract<Viewer, { kind: 'staff' }>

/** Who of the staff asks this of a page of the site; null for anybody else, to whom a route of the desk is not there. */
export async function staffAsking(request: Request): Promise<Asking['staff'] | null> {
  const viewer = await currentViewer()
  return viewer.kind === 'staff' && isSameOrigin(request, settings().siteUrl) ? viewer.staff : null
}
