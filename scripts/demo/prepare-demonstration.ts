import { randomBytes } from 'node:crypto'
import path from 'node:path'
import type { Payload } from 'payload'
import type { Settings } from '@/config/settings'
import { makeSignInLink } from '@/members/sign-in-link'
import { repairTornSaves } from '@/repair/repair-torn-saves'
import { PROJECT_ROOT } from '../building/project-root'
import { type Content, readContent } from '../seed/read-content'
import { isEmpty, seedDemonstration } from '../seed/seed-demonstration'
import { accountsFile, type DemoState, keepState, readState, writePrivately } from './demo-files'

export type DemoAccount = {
  readonly role: 'officer' | 'editor' | 'administrator' | 'member' | 'manager' | 'lapsed'
  readonly email: string
  readonly password?: string
  readonly signInUrl: string
}

type Preparation = {
  readonly payload: Payload
  readonly settings: Settings
  readonly now: Date
  readonly onProgress: (line: string) => void
}

const FOLDER = path.join(PROJECT_ROOT, 'demo')
const SEVEN_DAYS = 7 * 24 * 60 * 60 * 1000

/** Made once and kept before the first account is, so that a seed cut short goes on with the same passwords. */
function newState(): DemoState {
  const { content } = readContent(FOLDER)
  const passwords = content.staff.map(({ email }) => [email, randomBytes(12).toString('base64url')])
  return { passwords: Object.fromEntries(passwords) as Record<string, string>, seededAt: null }
}

/** Loads the content into an empty database, or finishes a load that was cut short. */
async function seedOnce({ payload, settings, now, onProgress }: Preparation): Promise<DemoState> {
  const kept = readState(settings.dataDir)
  const hasContent = !(await isEmpty(payload))
  if (kept?.seededAt && hasContent) return kept
  if (!kept && hasContent) return { passwords: {}, seededAt: null }
  const state = kept ?? newState()

  keepState(settings.dataDir, state)
  await seedDemonstration({
    payload,
    folder: FOLDER,
    passwordOf: (email) => state.passwords[email] ?? randomBytes(12).toString('base64url'),
    now,
    onProgress,
  })
  const seeded = { ...state, seededAt: now.toISOString() }
  keepState(settings.dataDir, seeded)
  return seeded
}

function staffAccounts({ staff }: Content, { passwords }: DemoState, siteUrl: string) {
  return (['officer', 'editor', 'administrator'] as const).flatMap((role): DemoAccount[] => {
    const person = staff.find((candidate) => candidate.role === role)
    const password = person && passwords[person.email]
    if (!password) return []
    return [{ role, email: person.email, password, signInUrl: `${siteUrl}/admin/login` }]
  })
}

async function memberAccounts(
  { payload, settings, now }: Preparation,
  { members }: Content,
): Promise<DemoAccount[]> {
  const accounts: DemoAccount[] = []
  for (const { demoAs: role, email } of members) {
    if (!role) continue
    const { docs } = await payload.find({
      collection: 'members',
      overrideAccess: true,
      where: { email: { equals: email } },
      limit: 1,
      depth: 0,
    })
    const memberId = docs[0]?.id
    if (memberId === undefined) continue
    const signInUrl = await makeSignInLink({
      payload,
      memberId,
      siteUrl: settings.siteUrl,
      now,
      validForMs: SEVEN_DAYS,
    })
    accounts.push({ role, email, signInUrl })
  }
  return accounts
}

/**
 * Makes the database ready to be shown: mended, and with the demonstration content if it was empty.
 *
 * Writes `demo-accounts.json` for people and tests: members get fresh one-time links each time, staff keep their passwords.
 * Safe to repeat, also after a crash at any line. A database with content of its own is left as it is.
 */
export async function prepareDemonstration(preparation: Preparation): Promise<DemoAccount[]> {
  const { payload, settings } = preparation
  await repairTornSaves(payload)
  const state = await seedOnce(preparation)
  const { content } = readContent(FOLDER)
  const accounts = [
    ...staffAccounts(content, state, settings.siteUrl),
    ...(await memberAccounts(preparation, content)),
  ]
  writePrivately(accountsFile(settings.dataDir), accounts)
  return accounts
}
