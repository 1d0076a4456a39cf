import 'server-only'
import { redirect } from 'next/navigation'
import { currentViewer } from '@/app/viewer'

/** The member whose account this is. Sends everybody else to where they belong. */
export async function signedInMember() {
  const viewer = await currentViewer()
  if (viewer.kind === 'staff') redirect('/admin/account')
  if (viewer.kind === 'visitor') redirect('/sign-in?next=/account')
  return viewer
}
