import type { Ask } from './ask'
import { type Persona, PERSONAS } from './personas'
import type { World } from './world'

async function staffCookie(
  ask: Ask,
  siteUrl: string,
  account: { email: string; password: string },
) {
  const answer = await ask('/api/staff/login', {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      Origin: siteUrl,
      'Sec-Fetch-Site': 'same-origin',
    },
    body: JSON.stringify(account),
  })
  const [cookie = ''] = [answer.headers['set-cookie'] ?? []].flat()
  if (answer.status !== 200 || cookie === '') {
    throw new Error(`Staff could not sign in to the marked site: ${answer.status}`)
  }
  return cookie.split(';')[0] ?? ''
}

/** Everybody, signed in: members by the session that was planted, staff by the form. */
export async function signInPersonas(ask: Ask, siteUrl: string, world: World): Promise<Persona[]> {
  const personas: Persona[] = []
  for (const name of PERSONAS) {
    const account = world.staff[name]
    const cookie = account ? await staffCookie(ask, siteUrl, account) : world.memberCookies[name]
    personas.push({ name, cookie: cookie ?? '' })
  }
  return personas
}
