import 'server-only'
import { redirect } from 'next/navigation'
import { currentViewer } from '@/app/viewer'

/**
 * The member whose account this is. Sends everybody else to where they belong: visitors to sign in, and then to `path`.
 */
export async function signedInMember(path = '/account') {
  const viewer = await currentViewer()
  if (viewer.kind === 'staff') redirect('/admin/account')
  if (viewer.kind === 'visitor') redirect(`/sign-in?next=${encodeURIComponent(path)}`)
  return viewer
}
