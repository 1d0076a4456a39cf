import { createLocalReq, logoutOperation, type Payload } from 'payload'

/**
 * Ends the session by which the browser of this request was at the desk before, its own or somebody else's: who signs in
 * again leaves nothing open behind them (OWASP ASVS 7.2.4). Does nothing for a browser that was not.
 */
export async function endFormerSession(payload: Payload, headers: Headers): Promise<void> {
  const { user } = await payload.auth({ headers })
  if (user?.collection !== 'staff') return
  const req = await createLocalReq({ user }, payload)
  await logoutOperation({ collection: payload.collections.staff, req })
}
