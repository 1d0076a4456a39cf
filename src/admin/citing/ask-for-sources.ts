import type { Where } from 'payload'
import type { CitableSource } from '@/sources/typed-citation'

const FIELDS = ['title', 'authors', 'publisher', 'year', 'doi']

/** `{ and: [{ title: { contains: 'x' } }] }` as `where[and][0][title][contains]=x`. */
function inAddress(name: string, value: unknown): [string, string][] {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => inAddress(`${name}[${key}]`, inner))
    : [[name, String(value)]]
}

/** Reads sources over the REST routes with the officer's session, the newest first. @throws when they do not answer. */
export async function askForSources(
  where: Where,
  limit: number,
  signal?: AbortSignal,
): Promise<readonly CitableSource[]> {
  const query = new URLSearchParams([
    ...inAddress('where', where),
    ...FIELDS.map((field): [string, string] => [`select[${field}]`, 'true']),
    ['depth', '0'],
    ['limit', String(limit)],
    ['sort', '-updatedAt'],
  ])
  const answer = await fetch(`/api/sources?${query.toString()}`, { signal: signal ?? null })
  if (!answer.ok) throw new Error(`The sources answered ${answer.status}.`)
  return ((await answer.json()) as { docs: CitableSource[] }).docs
}
