import { z } from 'zod'
import { followWeb } from '@/lib/web/follow-web'
import { isPublicAddress, type MayAsk } from '@/lib/web/is-public-address'
import { cslRecord } from '@/sources/csl-record'
import type { DoiAnswer, LookUpDoi } from '@/sources/doi'
import { toSource } from '@/sources/read-references'

const MOST_BYTES = 200_000
const TIMEOUT_MS = 8_000

function sourceIn(body: string, doi: string): DoiAnswer {
  const why = 'The registry’s answer could not be read.'
  let read: unknown
  try {
    read = JSON.parse(body)
  } catch {
    return { kind: 'not-found', why }
  }
  const record = z.safeParse(cslRecord, read).data
  const source = record ? toSource(record) : null
  return source ? { kind: 'found', source: { ...source, doi } } : { kind: 'not-found', why }
}

/** Asks the registry at `base` for a DOI, as CSL-JSON (DOI content negotiation); without one, nothing is ever asked. */
export const doiLookup =
  (base: string | null, mayAsk: MayAsk = isPublicAddress): LookUpDoi =>
  async (doi) => {
    if (base === null) return { kind: 'off' }
    const { answer } = await followWeb({
      url: new URL(encodeURI(doi), base),
      method: 'GET',
      mayAsk,
      timeoutMs: TIMEOUT_MS,
      mostBytes: MOST_BYTES,
      headers: { Accept: 'application/vnd.citationstyles.csl+json' },
    })
    if (answer.kind !== 'answered') {
      return { kind: 'not-found', why: 'The registry of DOIs could not be reached.' }
    }
    return answer.status === 200
      ? sourceIn(answer.body, doi)
      : { kind: 'not-found', why: 'The registry does not know it.' }
  }
