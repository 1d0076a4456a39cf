import 'server-only'
import { headers } from 'next/headers'
import { cache } from 'react'
import type { Viewer } from '@/access/viewer'
import { settings } from '@/config/settings'
import { thePayload } from './payload'
import { viewerFrom } from './viewer-from'

/** Who is asking for this page. Read once a request. */
export const currentViewer = cache(async (): Promise<Viewer> =>
  viewerFrom({
    payload: await thePayload(),
    headers: new Headers(await headers()),
    isLoopback: settings().isLoopback,
    now: new Date(),
  }),
)
