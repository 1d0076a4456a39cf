import 'server-only'
import { cookies } from 'next/headers'
import { settings } from '@/config/settings'

const QUARTER_OF_AN_HOUR_SECONDS = 15 * 60

const cookieName = () => (settings().isLoopback ? 'signpost-sign-in' : '__Host-signpost-sign-in')

const options = () =>
  ({ httpOnly: true, secure: !settings().isLoopback, sameSite: 'lax', path: '/' }) as const

/** The address a code was asked for, and the name of that ask. */
export type Asked = { readonly email: string; readonly ask: string }

/** Stands in no address. */
const BETWEEN = ':'

/** Keeps what was asked in this browser, for a quarter of an hour: the code works here alone. */
export async function rememberAsk({ email, ask }: Asked): Promise<void> {
  const jar = await cookies()
  jar.set(cookieName(), `${ask}${BETWEEN}${email}`, {
    ...options(),
    maxAge: QUARTER_OF_AN_HOUR_SECONDS,
  })
}

export async function theAsk(): Promise<Asked | null> {
  const kept = (await cookies()).get(cookieName())?.value ?? ''
  const [ask = '', email = ''] = kept.split(BETWEEN)
  return ask === '' || email === '' ? null : { email, ask }
}

export async function forgetAsk(): Promise<void> {
  const jar = await cookies()
  jar.set(cookieName(), '', { ...options(), maxAge: 0 })
}
