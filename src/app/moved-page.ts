import 'server-only'
import { permanentRedirect } from 'next/navigation'
import { readMoved } from '@/briefings/read-moved'
import { lostPage } from './lost-page'
import { thePayload } from './payload'

/** What a page answers when there is nothing at its address: the way to where it is now (308), or that there is nothing. */
export async function movedOrLostPage(path: string) {
  const url = await readMoved({ payload: await thePayload(), path, now: new Date() })
  if (url) permanentRedirect(url)
  return lostPage()
}
