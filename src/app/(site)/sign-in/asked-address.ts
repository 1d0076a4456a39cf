import 'server-only'
import { cookies } from 'next/headers'
import { settings } from '@/config/settings'

const QUARTER_OF_AN_HOUR_SECONDS = 15 * 60

const cookieName = () => (settings().isLoopback ? 'signpost-sign-in' : '__Host-signpost-sign-in')

const options = () =>
  ({ httpOnly: true, secure: !settings().isLoopback, sameSite: 'lax', path: '/' }) as const

/** Keeps, in this browser and for a quarter of an hour, the address a code was asked for. */
export async function rememberAddress(email: string): Promise<void> {
  const jar = await cookies()
  jar.set(cookieName(), email, { ...options(), maxAge: QUARTER_OF_AN_HOUR_SECONDS })
}

export async function askedAddress(): Promise<string | null> {
  return (await cookies()).get(cookieName())?.value ?? null
}

export async function forgetAddress(): Promise<void> {
  const jar = await cookies()
  jar.set(cookieName(), '', { ...options(), maxAge: 0 })
}
