import type { Metadata } from 'next'
import { LOST, lostPage } from '@/app/lost-page'

export const metadata: Metadata = LOST

/** Addresses that no route answers, so that they are told so within the frame of the site. */
export default lostPage
