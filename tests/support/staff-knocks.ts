import type { HostileHouse } from './hostile-house'

/** The password of every editor made here. */
export const RIGHT = 'otter kettle viaduct'

let made = 0

type At = { readonly from?: string; readonly cookie?: string }

/** Staff who knock at the doors of a house, and what comes of it. */
export function staffKnocks(house: HostileHouse) {
  async function anEditor(role: 'editor' | 'administrator' = 'editor') {
    made += 1
    const email = `editor${made}@example.org`
    const { id } = await house.payload.create({
      collection: 'staff',
      overrideAccess: true,
      data: { name: `Editor ${made}`, email, password: RIGHT, role },
    })
    return { id, email }
  }

  const post = (path: string, sent: unknown, headers: Record<string, string> = {}) =>
    house.door(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: JSON.stringify(sent),
    })

  const login = (email: string, password: string, { from = '192.0.2.1', cookie }: At = {}) =>
    post(
      '/api/staff/login',
      { email, password },
      {
        'x-test-from': from,
        ...(cookie ? { Cookie: cookie, Origin: house.settings.siteUrl } : {}),
      },
    )

  const cookie = (answer: Awaited<ReturnType<typeof login>>, name: string): string =>
    new RegExp(`${name}=[^;,]+`).exec(String(answer.headers['set-cookie'] ?? ''))?.[0] ?? ''

  const session = (answer: Awaited<ReturnType<typeof login>>) => cookie(answer, 'signpost-token')
  const known = (answer: Awaited<ReturnType<typeof login>>) =>
    cookie(answer, 'signpost-known-browser')

  const asThemselves = (session: string) => ({ Cookie: session, Origin: house.settings.siteUrl })

  const isAtTheDesk = async (session: string): Promise<boolean> => {
    const answer = await house.door('/api/briefings?limit=1', { headers: asThemselves(session) })
    return answer.status === 200
  }

  return { anEditor, post, login, session, known, isAtTheDesk, asThemselves }
}
