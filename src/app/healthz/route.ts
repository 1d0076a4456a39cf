/** Says that the process serves, and nothing of what stands behind it. */
export const GET = (): Response =>
  Response.json({ status: 'ok' }, { headers: { 'Cache-Control': 'no-store' } })

export const dynamic = 'force-dynamic'
