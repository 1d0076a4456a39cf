import 'server-only'
import { headers } from 'next/headers'
import { settings } from '@/config/settings'
import { clientAddress } from '@/lib/client-address'

/** Where the request of this moment comes from, for counting attempts. */
export const theClientAddress = async (): Promise<string> =>
  clientAddress(new Headers(await headers()), settings().trustedProxyHops)
