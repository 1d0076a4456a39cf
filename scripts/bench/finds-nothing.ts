import type { FindsAmong } from '@/bulletin/issue-news'

/** For members who have saved no searches. */
export const findsNothing: FindsAmong = () => Promise.resolve(() => Promise.resolve([]))
