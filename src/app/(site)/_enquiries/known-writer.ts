import type { Viewer } from '@/access/viewer'

/** What a signed-in reader need not type again. */
export function knownWriter(viewer: Viewer) {
  if (viewer.kind !== 'member') return {}
  const { name, email, organisation } = viewer.member
  const organisationName = typeof organisation === 'object' ? organisation.name : ''
  return { name, email, organisationName }
}
