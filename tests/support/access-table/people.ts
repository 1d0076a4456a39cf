import type { Payload } from 'payload'
import type { Member, Organisation, Staff } from '@/payload-types'
import type { TestPayload } from '../test-payload'

/** Everybody the table asks about, in the order of its columns. */
export const EVERYBODY = [
  'anonymous',
  'lapsed',
  'member',
  'officer',
  'editor',
  'administrator',
] as const

export type Who = (typeof EVERYBODY)[number]

/** Staff and the anonymous speak HTTP; members never exist there, so they are passed by hand. */
export type Person =
  | { readonly door: 'http'; readonly id: string | null; readonly headers: Record<string, string> }
  | {
      readonly door: 'local'
      readonly id: string
      readonly user: Member & { collection: 'members' }
    }

export type People = Readonly<Record<Who, Person>>

export const PASSWORD = 'a long enough password'

/** Signs in as the admin does and keeps the cookie. */
export async function signInStaff({ rest, settings }: TestPayload, email: string) {
  const answer = await rest(
    new Request(`${settings.siteUrl}/api/staff/login`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ email, password: PASSWORD }),
    }),
  )
  const [cookie = ''] = answer.headers.getSetCookie()
  return { Cookie: cookie.split(';')[0] ?? '', Origin: settings.siteUrl }
}

async function makeStaff(test: TestPayload, role: Staff['role']): Promise<Person> {
  const email = `${role}@signpost.example`
  const { id } = await test.payload.create({
    collection: 'staff',
    overrideAccess: true,
    data: { email, password: PASSWORD, name: role, role },
  })
  return { door: 'http', id, headers: await signInStaff(test, email) }
}

export const makeOrganisation = (
  payload: Payload,
  name: string,
  membershipTo: string,
): Promise<Organisation> =>
  payload.create({
    collection: 'organisations',
    overrideAccess: true,
    data: { name, kind: 'council', membershipFrom: '2020-01-01', membershipTo },
  })

async function makeMember(payload: Payload, name: string, organisation: string): Promise<Person> {
  const made = await payload.create({
    collection: 'members',
    overrideAccess: true,
    depth: 1,
    data: { email: `${name}@example.org`, name, organisation },
  })
  return { door: 'local', id: made.id, user: { ...made, collection: 'members' } }
}

export async function makePeople(test: TestPayload): Promise<People> {
  const { payload } = test
  const running = await makeOrganisation(payload, 'Running Council', '2099-12-31')
  const ended = await makeOrganisation(payload, 'Ended Council', '2021-12-31')
  return {
    anonymous: { door: 'http', id: null, headers: {} },
    lapsed: await makeMember(payload, 'lapsed', ended.id),
    member: await makeMember(payload, 'member', running.id),
    officer: await makeStaff(test, 'officer'),
    editor: await makeStaff(test, 'editor'),
    administrator: await makeStaff(test, 'administrator'),
  }
}
