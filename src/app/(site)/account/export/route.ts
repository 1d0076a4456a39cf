import { keepRecord } from '@/access/record/keep-record'
import { errorAnswer } from '@/app/answers'
import { theClientAddress } from '@/app/client'
import { thePayload } from '@/app/payload'
import { currentViewer } from '@/app/viewer'
import { toIsoDate } from '@/lib/london-time'
import { exportOwnData } from '@/members/export-own-data'

/** Everything the service holds of the member who asks, as a file. */
export async function GET(): Promise<Response> {
  const viewer = await currentViewer()
  if (viewer.kind !== 'member') return errorAnswer(401, 'Please sign in first.')
  const now = new Date()
  const payload = await thePayload()
  const { member } = viewer
  const data = await exportOwnData({ payload, member, now })
  await keepRecord(payload, {
    act: 'exported',
    by: { kind: 'member', id: member.id },
    details: 'all that is held of them',
    from: await theClientAddress(),
    now,
  })
  return new Response(`${JSON.stringify(data, null, 2)}\n`, {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="signpost-${toIsoDate(now)}.json"`,
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
      Vary: 'Cookie',
    },
  })
}
