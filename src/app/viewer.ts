import 'server-only'
import { headers } from 'next/headers'
import { cache } from 'react'
import { visitor, type Viewer } from '@/access/viewer'
import { thePayload } from './payload'

/** Who is asking for this page. Read once a request. */
export const currentViewer = cache(async (): Promise<Viewer> => {
  const payload = await thePayload()
  const { user } = await payload.auth({ headers: await headers() })
  return user?.collection === 'staff' ? { kind: 'staff', staff: user } : visitor
})
