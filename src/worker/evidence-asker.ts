import type { Settings } from '@/config/settings'
import { pause } from '@/lib/pause'
import { isPublicAddress } from '@/lib/web/is-public-address'
import type { Asker } from '@/sources/watch/look-at-link'

const TIMEOUT_MS = 15_000
/** Between two requests of one look. Looks at one host are minutes apart: each turn of the loop takes one. */
const PACE_MS = 2_000

/** How the evidence watch asks, or null where it is off. */
export const askerOf = ({ evidence, siteUrl, mail }: Settings): Asker | null =>
  evidence.watch
    ? {
        mayAsk: isPublicAddress,
        userAgent: `+${siteUrl}; ${mail.replyTo}`,
        timeoutMs: TIMEOUT_MS,
        pause,
        paceMs: PACE_MS,
      }
    : null
