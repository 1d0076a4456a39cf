import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { secretFault } from '@/config/setting-faults'
import { readSettings, SettingsFault } from '@/config/settings'

const folder = () => mkdtempSync(path.join(tmpdir(), 'signpost-settings-'))

const faultsOf = (env: Record<string, string>): readonly string[] => {
  try {
    readSettings({ NODE_ENV: 'production', DATA_DIR: folder(), ...env })
  } catch (fault) {
    if (fault instanceof SettingsFault) return fault.faults
    throw fault
  }
  return []
}

const PUBLIC = {
  SITE_URL: 'https://signpost.example',
  PAYLOAD_SECRET: '3f9c1d7e5b2a48c6903e7f1ab4d65c8e',
  MAIL_FROM: 'Signpost <bulletin@signpost.example>',
  STAFF_MAIL: 'officers@signpost.example',
  POSTAL_ADDRESS: '1 High Street',
  LIST_ID: 'Bulletin <bulletin.signpost.example>',
}

describe('with nothing set', () => {
  it('runs on this machine alone, from the data folder', () => {
    const dataDir = folder()
    const settings = readSettings({ NODE_ENV: 'test', DATA_DIR: dataDir })
    const uri = `file:${path.join(dataDir, 'signpost.db')}`

    expect(settings.database).toEqual({ kind: 'sqlite', uri })
    expect(settings).toMatchObject({ siteUrl: 'http://localhost:3000', isLoopback: true })
  })

  it('keeps the secret it made, for the owner’s eyes only', () => {
    const dataDir = folder()
    const first = readSettings({ NODE_ENV: 'test', DATA_DIR: dataDir }).secret
    const file = path.join(dataDir, 'payload-secret')

    expect(readSettings({ NODE_ENV: 'test', DATA_DIR: dataDir }).secret).toBe(first)
    expect(readFileSync(file, 'utf8')).toHaveLength(64)
    expect(statSync(file).mode & 0o777).toBe(0o600)
  })
})

describe('a public site', () => {
  it('starts with all that it needs', () => {
    expect(faultsOf(PUBLIC)).toEqual([])
  })

  it('is told everything that is missing, at once', () => {
    const faults = faultsOf({ SITE_URL: 'http://signpost.example' }).join('\n')

    for (const name of ['PAYLOAD_SECRET', 'MAIL_FROM', 'STAFF_MAIL', 'POSTAL_ADDRESS', 'LIST_ID']) {
      expect(faults).toContain(`${name} is missing`)
    }
    expect(faults).toContain('SITE_URL must be https')
  })

  it.each([
    ['short', 'at least 32 bytes'],
    ['YOUR_SECRET_HERE-and-then-some-more-characters', 'well-known sample'],
    ['a'.repeat(32), 'too easily guessed'],
    ['ab'.repeat(20), 'too easily guessed'],
    ['1234567890'.repeat(4), 'too easily guessed'],
    ['abcdefghijklmnopqrstuvwxyz0123456789', 'too easily guessed'],
    ['correct-horse-'.repeat(3), 'too easily guessed'],
    [`Tr0ub4dor&3${'Tr0ub4dor&3'.repeat(2)}Tr0`, 'too easily guessed'],
    [`9f1${'0'.repeat(40)}`, 'too easily guessed'],
  ])('refuses the secret %s', (secret, reason) => {
    expect(faultsOf({ ...PUBLIC, PAYLOAD_SECRET: secret }).join()).toContain(reason)
  })
})

it('takes each secret that chance makes, the shortest too', () => {
  for (let times = 0; times < 200; times += 1) {
    expect(secretFault(randomBytes(16).toString('hex'))).toBeNull()
    expect(secretFault(randomBytes(32).toString('base64'))).toBeNull()
  }
})

describe('a key that signs mail', () => {
  const keep = (pem: string) => {
    const file = path.join(folder(), 'dkim.pem')
    writeFileSync(file, pem)
    return file
  }
  const rsa = (modulusLength: number) =>
    generateKeyPairSync('rsa', { modulusLength })
      .privateKey.export({ type: 'pkcs8', format: 'pem' })
      .toString()
  const ed25519 = () =>
    generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  const withKey = (file: string) => ({
    ...PUBLIC,
    DKIM_DOMAIN: 'signpost.example',
    DKIM_SELECTOR: '2026a',
    DKIM_KEY_FILE: file,
  })

  it('is read at the start', () => {
    const pem = rsa(2048)
    expect(
      readSettings({ NODE_ENV: 'production', DATA_DIR: folder(), ...withKey(keep(pem)) }).mail.dkim,
    ).toEqual({
      domain: 'signpost.example',
      selector: '2026a',
      privateKey: pem,
    })
    expect(
      readSettings({ NODE_ENV: 'production', DATA_DIR: folder(), ...PUBLIC }).mail.dkim,
    ).toBeNull()
  })

  it('is set as a whole or not at all', () => {
    expect(faultsOf({ ...PUBLIC, DKIM_DOMAIN: 'signpost.example' })).toEqual([
      expect.stringMatching(/^DKIM_SELECTOR is missing/),
      expect.stringMatching(/^DKIM_KEY_FILE is missing/),
    ])
  })

  it.each([
    ['is not there', () => '/nowhere/dkim.pem', 'DKIM_KEY_FILE cannot be read: ENOENT'],
    ['is no key', () => keep('words'), 'holds no private key'],
    ['is of a kind that DKIM does not sign with', () => keep(ed25519()), 'must hold an RSA key'],
    ['is too short to be believed', () => keep(rsa(512)), 'a key of 512 bits'],
  ])('stops the start where its file %s', (_, file, fault) => {
    expect(faultsOf(withKey(file())).join()).toContain(fault)
  })
})

it('names every variable that cannot be read', () => {
  const faults = faultsOf({
    DATABASE_URI: 'mysql://host/db',
    SMTP_URL: 'https://host',
    SITE_URL: 'not an address',
    PORT: '70000',
    WORKER: 'sometimes',
  })
  const named = faults.map((fault) => fault.split(' ')[0]).sort()

  expect(named).toEqual(['DATABASE_URI', 'PORT', 'SITE_URL', 'SMTP_URL', 'WORKER'])
})

it.each([
  ['every friday', 'not a cron expression'],
  ['30 1 * * 5', 'missing or doubled when the clocks change'],
])('refuses to send the Bulletin at “%s”', (schedule, reason) => {
  expect(faultsOf({ BULLETIN_SCHEDULE: schedule }).join()).toContain(reason)
})

it('chooses MongoDB by its address', () => {
  const env = {
    NODE_ENV: 'test' as const,
    DATA_DIR: folder(),
    DATABASE_URI: 'mongodb://localhost/signpost',
  }

  expect(readSettings(env).database.kind).toBe('mongodb')
})

it('keeps the log of searches for 90 days, as long as it is told, or not at all', () => {
  const daysOf = (env: Record<string, string>) =>
    readSettings({ NODE_ENV: 'test', DATA_DIR: folder(), ...env }).search.logDays

  expect(daysOf({})).toBe(90)
  expect(daysOf({ SEARCH_LOG_DAYS: '30' })).toBe(30)
  expect(daysOf({ SEARCH_LOG_DAYS: '0' })).toBe(0)
  expect(faultsOf({ SEARCH_LOG_DAYS: 'ever' }).join()).toContain('SEARCH_LOG_DAYS')
  expect(faultsOf({ SEARCH_LOG_DAYS: '-1' }).join()).toContain('SEARCH_LOG_DAYS')
})

describe('the bounce mailbox', () => {
  it.each([
    ['imaps://bounces%40example.org:secret@mail.example.org:993/INBOX', false],
    ['imap://bounces:secret@127.0.0.1:1143', false],
    ['imaps://mail.example.org/INBOX', true],
    ['https://bounces:secret@mail.example.org', true],
    ['mail.example.org', true],
  ])('judges %s', (BOUNCE_IMAP_URL, isFaulty) => {
    const faults = faultsOf({ ...PUBLIC, BOUNCE_IMAP_URL })

    expect(faults.some((fault) => fault.startsWith('BOUNCE_IMAP_URL'))).toBe(isFaulty)
    expect(faults.join()).not.toContain('secret')
  })
})
