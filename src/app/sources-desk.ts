import type { Payload } from 'payload'
import { z } from 'zod'
import type { Viewer } from '@/access/viewer'
import { addSources, planSources } from '@/sources/add-sources'
import type { LookUpDoi } from '@/sources/doi'
import { mergeSources } from '@/sources/merge-sources'
import { errorAnswer, isSameOrigin, jsonAnswer } from './answers'
import { readSmallJson } from './small-body'

export type SourcesDesk = {
  readonly payload: Payload
  readonly siteUrl: string
  readonly viewer: Viewer
  readonly lookUp: LookUpDoi
  readonly now: Date
}

/** Half a million characters, which may be three bytes each. */
const MOST_BYTES = 1_600_000
const LONGEST_TEXT = 500_000

const id = z.string().min(1).max(64)

const asked = z.discriminatedUnion('action', [
  z.strictObject({ action: z.literal('plan'), text: z.string().min(1).max(LONGEST_TEXT) }),
  z.strictObject({
    action: z.literal('add'),
    text: z.string().min(1).max(LONGEST_TEXT),
    choices: z.record(z.string().regex(/^\d{1,3}$/), z.enum(['keep', 'merge', 'add'])).default({}),
  }),
  z.strictObject({ action: z.literal('merge'), kept: id, gone: id }),
])

type Asked = z.infer<typeof asked>

const mayMerge = ({ viewer }: SourcesDesk): boolean =>
  viewer.kind === 'staff' && viewer.staff.role !== 'officer'

async function merge(desk: SourcesDesk, pair: Extract<Asked, { action: 'merge' }>) {
  if (!mayMerge(desk)) {
    return errorAnswer(403, 'Merging changes what readers see: ask an editor to do it.')
  }
  const { kept, gone } = pair
  const outcome = await mergeSources({ payload: desk.payload, now: desk.now, kept, gone })
  if (outcome.kind === 'merged') return jsonAnswer({ briefings: outcome.briefings })
  if (outcome.kind === 'busy') {
    return errorAnswer(503, 'Somebody is writing with this source. Please try again.', {
      'Retry-After': '5',
    })
  }
  return outcome.kind === 'same'
    ? errorAnswer(400, 'Choose two sources, not one.')
    : errorAnswer(404, 'There is no such source.')
}

async function answer(desk: SourcesDesk, read: Asked): Promise<Response> {
  if (read.action === 'merge') return merge(desk, read)
  const { payload, lookUp } = desk
  const args = { payload, lookUp, text: read.text }
  const result =
    read.action === 'plan'
      ? await planSources(args)
      : await addSources(args, new Map(Object.entries(read.choices).map(([k, v]) => [+k, v])))
  return 'kind' in result && result.kind === 'unreadable'
    ? errorAnswer(400, result.reason)
    : jsonAnswer(result)
}

/**
 * What the desk asks of the sources: `plan` a text, which stores nothing, `add` it, or `merge` two sources. To anybody but
 * staff, and to any other site, it is not there. Safe to repeat.
 */
export async function answerSourcesDesk(request: Request, desk: SourcesDesk): Promise<Response> {
  if (desk.viewer.kind !== 'staff' || !isSameOrigin(request, desk.siteUrl)) {
    return errorAnswer(404, 'There is nothing here.')
  }
  if (Number(request.headers.get('content-length') ?? 0) > MOST_BYTES) {
    return errorAnswer(413, 'That is too long: bring at most 500,000 characters at once.')
  }
  const read = asked.safeParse(await readSmallJson(request, MOST_BYTES))
  return read.success
    ? answer(desk, read.data)
    : errorAnswer(400, 'Paste BibTeX, RIS or CSL-JSON of at most 500,000 characters, or DOIs.')
}
