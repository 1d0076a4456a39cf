import { behindAllowList } from '@/app/rest-doors'
import { doorsInMemory } from './doors-in-memory'
import type { House } from './access-table/house'

export type Asked = { method?: string; headers?: Record<string, string>; body?: string }

export const requestFor = (
  house: House,
  path: string,
  { method = 'GET', headers = {}, body }: Asked = {},
): Request =>
  new Request(`${house.settings.siteUrl}/api/${path}`, {
    method,
    headers: { 'Content-Type': 'application/json', ...headers },
    ...(body === undefined ? {} : { body }),
  })

/** Payload's REST as the site serves it. @param inner what stands behind the doors, where it is not the house's own */
export async function throughDoors(
  house: House,
  path: string,
  asked: Asked = {},
  inner: (request: Request) => Promise<Response> = house.rest,
): Promise<Response> {
  const route = behindAllowList(inner, () => Promise.resolve(house.payload), doorsInMemory())
  const slug = decodeURIComponent(path.split('?')[0] ?? '').split('/')
  return route(requestFor(house, path, asked), { params: Promise.resolve({ slug }) })
}
