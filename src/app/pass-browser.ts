import 'server-only'
import { cookies } from 'next/headers'
import { cache } from 'react'
import type { ColleaguePass } from '@/access/colleague-pass'
import { settings } from '@/config/settings'
import {
  passCookieName,
  passCookieOptions,
  passTokensIn,
  withPassToken,
} from '@/members/colleague/pass-cookie'
import { passesOfBrowser } from '@/members/colleague/read-passes'
import { thePayload } from './payload'

const heldTokens = async (): Promise<readonly string[]> =>
  passTokensIn((await cookies()).get(passCookieName(settings().isLoopback))?.value)

/** What colleagues sent to the browser that asks for this page, read afresh. Read once a request. */
export const thePasses = cache(async (): Promise<readonly ColleaguePass[]> =>
  passesOfBrowser({ payload: await thePayload(), tokens: await heldTokens(), now: new Date() }),
)

/** Lets the browser that asked keep one more pass. Only in a server action or a route handler. */
export async function keepPass(browserToken: string): Promise<void> {
  const { isLoopback } = settings()
  const value = withPassToken(await heldTokens(), browserToken)
  const jar = await cookies()
  jar.set(passCookieName(isLoopback), value, passCookieOptions(isLoopback))
}
