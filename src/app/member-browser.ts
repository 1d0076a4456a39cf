import 'server-only'
import { cookies } from 'next/headers'
import { settings } from '@/config/settings'
import { sessionCookieName, sessionCookieOptions } from '@/members/session-cookie'
import { endSession, startSession } from '@/members/sessions'
import { thePayload } from './payload'

/** Signs the member in to the browser that asked. Only in a server action or a route handler: a page cannot set cookies. */
export async function signInBrowser(memberId: string, now: Date): Promise<void> {
  const { isLoopback } = settings()
  const { token } = await startSession({ payload: await thePayload(), memberId, now })
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
