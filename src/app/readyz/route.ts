import { theMailer } from '@/app/mailer'
import { thePayload } from '@/app/payload'
import { readiness } from '@/app/readiness'
import { theSearchEngines } from '@/app/search'
import { settings } from '@/config/settings'
import { migrations } from '../../../migrations'

/** 200 while readers can be served, else 503; with the state of each part, for monitoring. */
export async function GET(): Promise<Response> {
  const [engine, reserve] = theSearchEngines().kept
  const { isReady, ...parts } = await readiness({
    payload: await thePayload(),
    database: settings().database,
    migrations: migrations.map(({ name }) => name),
    engine,
    reserve,
    mailer: theMailer(),
    now: new Date(),
  })
  const headers = { 'Cache-Control': 'no-store', ...(isReady ? {} : { 'Retry-After': '30' }) }
  return Response.json(
    { status: isReady ? 'ready' : 'not-ready', ...parts },
    { status: isReady ? 200 : 503, headers },
  )
}

export const dynamic = 'force-dynamic'
