import 'server-only'
import { headers } from 'next/headers'
import { after } from 'next/server'
import type { Viewer } from '@/access/viewer'
import { thePayload } from '@/app/payload'
import { noteRead } from '@/reading/reading-history'

const isPrefetch = (asked: Headers): boolean =>
  [asked.get('sec-purpose'), asked.get('purpose')].some((value) => value?.includes('prefetch')) ||
  asked.has('next-router-prefetch')

/**
 * Remembers for a member that they opened a briefing, once the page is on its way. Staff have no history, and a page
 * a browser fetches ahead is not read.
 */
export async function noteReading(viewer: Viewer, briefingId: string): Promise<void> {
  if (viewer.kind !== 'member' || isPrefetch(await headers())) return
  const now = new Date()
  const payload = await thePayload()
  after(async () => {
    try {
      await noteRead({ payload, memberId: viewer.member.id, briefingId, now })
    } catch (err) {
      payload.logger.error({ err }, 'What a member read was not noted')
    }
  })
}
