import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { createLocalReq, getAccessResults, type CollectionSlug } from 'payload'
import { ask, type Question, verdict } from './ask'
import type { House } from './house'
import type { Who } from './people'
import { PUBLISHING } from './publishing-operations'
import { makeRow, newFile, newRow, rowsToTry } from './rows'

/** Tries one operation on one collection as one person and answers in a word of the table. */
export type Attempt = (house: House, who: Who, slug: string) => Promise<string>

const collection = (slug: string) => slug as CollectionSlug

const create: Attempt = async (house, who, slug) => {
  const body = await newRow(house, slug)
  const file = newFile(slug)
  const answer = await ask(house, who, {
    method: 'POST',
    path: slug,
    body,
    ...(file ? { file } : {}),
    asMember: (payload, user) =>
      payload.create({
        collection: collection(slug),
        data: body as never,
        ...(file ? { file } : {}),
        overrideAccess: false,
        user,
      }),
  })
  return verdict(answer)
}

const allOf = (names: string[], tried: Record<string, string>): string => {
  if (names.length === 0) return 'none'
  return names.length === Object.keys(tried).length && names.length > 0 && !isOwnAlone(tried)
    ? 'all'
    : names.join('+')
}

const isOwnAlone = (tried: Record<string, string>) =>
  Object.keys(tried).length === 1 && 'own' in tried

async function whichOf(
  tried: Record<string, string>,
  isAllowed: (id: string) => Promise<string>,
): Promise<string> {
  const allowed: string[] = []
  for (const [name, id] of Object.entries(tried)) {
    const said = await isAllowed(id)
    if (said.startsWith('status')) return said
    if (said === 'yes') allowed.push(name)
  }
  return allOf(allowed, tried)
}

const read: Attempt = async (house, who, slug) =>
  whichOf(await rowsToTry(house, slug, who), async (id) => {
    const list: Question = {
      method: 'GET',
      path: `${slug}?where[id][equals]=${id}`,
      asMember: (payload, user) =>
        payload.find({
          collection: collection(slug),
          where: { id: { equals: id } },
          overrideAccess: false,
          user,
        }),
    }
    return verdict(await ask(house, who, list))
  })

const HARMLESS: Record<string, object> = {
  staff: { jobTitle: 'Analyst' },
  members: { jobTitle: 'Analyst' },
  media: { alt: 'Still one pixel.' },
}

const update: Attempt = async (house, who, slug) =>
  whichOf(await rowsToTry(house, slug, who), async (id) => {
    const body = HARMLESS[slug] ?? {}
    const change: Question = {
      method: 'PATCH',
      path: `${slug}/${id}`,
      body,
      asMember: (payload, user) =>
        payload.update({
          collection: collection(slug),
          id,
          data: body,
          overrideAccess: false,
          user,
        }),
    }
    return verdict(await ask(house, who, change))
  })

const remove: Attempt = async (house, who, slug) => {
  const id = await makeRow(house, slug)
  const where = { id: { equals: id } }
  const answer = await ask(house, who, {
    method: 'DELETE',
    path: `${slug}?where[id][equals]=${id}`,
    asMember: (payload, user) =>
      payload.delete({ collection: collection(slug), where, overrideAccess: false, user }),
  })
  return verdict(answer)
}

const readVersions: Attempt = async (house, who, slug) => {
  const id = await makeRow(house, slug, { _status: 'published', publishedAt: '2024-01-02' })
  const where = { parent: { equals: id } }
  const answer = await ask(house, who, {
    method: 'GET',
    path: `${slug}/versions?where[parent][equals]=${id}`,
    asMember: (payload, user) =>
      payload.findVersions({ collection: collection(slug), where, overrideAccess: false, user }),
  })
  return verdict(answer)
}

const unlock: Attempt = async (house, who, slug) => {
  const id = await makeRow(house, slug)
  const { email } = (await house.payload.findByID({
    collection: collection(slug),
    id,
    overrideAccess: true,
  })) as unknown as { email: string }
  const answer = await ask(house, who, {
    method: 'POST',
    path: `${slug}/unlock`,
    body: { email },
    asMember: (payload, user) =>
      payload.unlock({
        collection: 'staff',
        data: { email } as never,
        overrideAccess: false,
        req: { user },
      }),
  })
  return verdict(answer)
}

const enterAdmin: Attempt = async (house, who, slug) => {
  const person = house.people[who]
  const headers = new Headers(person.door === 'http' ? person.headers : {})
  const user = person.door === 'local' ? person.user : (await house.payload.auth({ headers })).user
  if (user?.collection !== slug) return 'no'
  const req = await createLocalReq({ user }, house.payload)
  return (await getAccessResults({ req })).canAccessAdmin ? 'yes' : 'no'
}

/** A file that lies in the folder and that no row names. */
const fetchStrayFile: Attempt = async (house, who, slug) => {
  writeFileSync(path.join(house.dataDir, 'uploads', slug, 'stray.png'), 'stray')
  return verdict(await ask(house, who, { method: 'GET', path: `${slug}/file/stray.png` }))
}

export const OPERATIONS: Readonly<Record<string, Attempt>> = {
  create,
  read,
  update,
  delete: remove,
  'read-versions': readVersions,
  unlock,
  'enter-admin': enterAdmin,
  'fetch-stray-file': fetchStrayFile,
  ...PUBLISHING,
}

/** The rule that decides an operation, as the collection names it. */
export const ruleOf = (operation: string): string =>
  ({
    create: 'create',
    delete: 'delete',
    read: 'read',
    'fetch-stray-file': 'read',
    'read-versions': 'readVersions',
    unlock: 'unlock',
    'enter-admin': 'admin',
    'create-draft': 'create',
    'create-published': 'create',
    duplicate: 'create',
    'duplicate-as-published': 'create',
  })[operation] ?? 'update'
