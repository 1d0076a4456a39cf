import 'server-only'
import { cookies, headers } from 'next/headers'
import { keepRecord } from '@/access/record/keep-record'
import { settings } from '@/config/settings'
import { deviceName } from '@/lib/device-name'
import { sessionCookieName, sessionCookieOptions } from '@/members/session-cookie'
import { endSession, startSession } from '@/members/sessions'
import { theClientAddress } from './client'
import { thePayload } from './payload'

/** Signs the member in to the browser that asked. Only in a server action or a route handler: a page cannot set cookies. */
export async function signInBrowser(memberId: string, now: Date): Promise<void> {
  const { isLoopback } = settings()
  const device = deviceName((await headers()).get('user-agent') ?? '')
  const payload = await thePayload()
  const inPlaceOf = await theSessionToken()
  const { token } = await startSession({ payload, memberId, device, inPlaceOf, now })
  await keepRecord(payload, {
    act: 'signed-in',
    by: { kind: 'member', id: memberId },
    from: await theClientAddress(),
    now,
  })
  const jar = await cookies()
  jar.set(sessionCookieName(isLoopback), token, sessionCookieOptions(isLoopback))
}

/** Signs the browser that asked out, whoever was signed in. Safe to repeat. */
export async function signOutBrowser(): Promise<void> {
  const { isLoopback } = settings()
  const name = sessionCookieName(isLoopback)
  const jar = await cookies()
  const token = jar.get(name)?.value
  if (token) await endSession({ payload: await thePayload(), token })
  jar.set(name, '', { ...sessionCookieOptions(isLoopback), maxAge: 0 })
}

/** The token of the session this browser is signed in by; empty where it is not. */
export const theSessionToken = async (): Promise<string> =>
  (await cookies()).get(sessionCookieName(settings().isLoopback))?.value ?? ''
