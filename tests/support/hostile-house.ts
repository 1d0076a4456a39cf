import type { Answer, Ask } from '../../scripts/audit-leaks/ask'
import { inspectorFor, type Inspector } from '../../scripts/audit-leaks/inspect'
import { bookOf } from '../../scripts/audit-leaks/marks'
import { plantWorld } from '../../scripts/audit-leaks/plant-world'
import type { World } from '../../scripts/audit-leaks/world'
import { behindAllowList, type Doors } from '@/app/rest-doors'
import { staffLimits } from '@/app/staff-limits'
import { attemptsInDatabase } from '@/app/attempts-in-database'
import { openTestPayload, type TestPayload } from './test-payload'

/** A Signpost full of marks, asked in process: by its doors as the site has them, or with the query guard alone before it. */
export type HostileHouse = TestPayload & {
  readonly world: World
  readonly inspector: Inspector
  /** Takes a whole address too, as Next makes one of whatever host a request names. */
  readonly door: Ask
  readonly guard: Ask
  /** Work the doors put off until their answer is out. */
  readonly afterwards: (() => Promise<void>)[]
  readonly clock: { now: Date }
}

async function toAnswer(response: Response): Promise<Answer> {
  const body = Buffer.from(await response.arrayBuffer())
  const headers = {
    ...Object.fromEntries(response.headers),
    'set-cookie': response.headers.getSetCookie().join(', '),
  }
  return { status: response.status, headers, raw: body, body }
}

function sluggedPath(path: string): string[] {
  const bare = (path.split('?')[0] ?? '').replace(/^(https?:\/\/[^/]+)?\/api\//, '')
  return bare.split('/').map((part) => {
    try {
      return decodeURIComponent(part)
    } catch {
      return part
    }
  })
}

export async function openHostileHouse(env: Record<string, string> = {}): Promise<HostileHouse> {
  const test = await openTestPayload(env)
  const world = await plantWorld(test.payload, test.dataDir)
  const afterwards: (() => Promise<void>)[] = []
  const clock = { now: new Date('2026-11-26T09:00:00Z') }
  const openPayload = () => Promise.resolve(test.payload)
  const doors: Doors = {
    siteUrl: test.settings.siteUrl,
    limits: staffLimits(attemptsInDatabase(openPayload)),
    clientOf: (request) => request.headers.get('x-test-from') ?? 'somewhere',
    afterAnswer: (work) => afterwards.push(work),
    clock: () => clock.now,
  }
  const route = behindAllowList((request) => test.rest(request), openPayload, doors)
  const requestOf = (path: string, { method, headers, body }: Parameters<Ask>[1] = {}) =>
    new Request(URL.canParse(path) ? path : `${test.settings.siteUrl}${path}`, {
      method: method ?? 'GET',
      headers: { ...headers },
      ...(body === undefined ? {} : { body: body as never }),
    })
  return {
    ...test,
    world,
    afterwards,
    clock,
    inspector: inspectorFor(bookOf(world.marks)),
    guard: async (path, asked) => toAnswer(await test.rest(requestOf(path, asked))),
    door: async (path, asked) =>
      toAnswer(
        await route(requestOf(path, asked), {
          params: Promise.resolve({ slug: sluggedPath(path) }),
        }),
      ),
  }
}

export const textOf = ({ status, body }: Answer): string => `${status} ${body.toString('utf8')}`
