import 'server-only'
import { after } from 'next/server'
import { settings } from '@/config/settings'
import type { DeskAsk } from './administrator-asking'
import { deliverOwedMails } from './mail-desk'
import { thePayload } from './payload'
import { currentViewer } from './viewer'

/** Who asks the desk, of this service, now; what is owed by mail goes out once the answer is on its way. */
export const theDeskAsk = async (): Promise<DeskAsk> => ({
  payload: await thePayload(),
  viewer: await currentViewer(),
  siteUrl: settings().siteUrl,
  afterAnswer: () => {
    after(deliverOwedMails)
  },
  now: new Date(),
})
