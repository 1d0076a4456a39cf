import path from 'node:path'
import { z } from 'zod'
import { isLoopbackHost } from '@/lib/loopback'
import { type DkimKey, readDkim } from './dkim-key'
import { evidenceEnvironment, type EvidenceSettings, evidenceSettings } from './evidence'
import { keptSecret } from './kept-secret'
import { scheduleFault, secretFault } from './setting-faults'

const optional = z
  .string()
  .trim()
  .transform((value) => (value === '' ? undefined : value))
  .optional()

const url = (protocols: string[], what: string) =>
  optional.refine(
    (value) =>
      value === undefined || (URL.canParse(value) && protocols.includes(new URL(value).protocol)),
    `must be ${what}`,
  )

const BOUNCE_MAILBOX = 'an address like imaps://user:password@host:993/INBOX'

const limit = z.preprocess(
  (value) => (value === '' ? undefined : value),
  z.coerce.number().int().min(1).optional(),
)

const environment = z.object({
  NODE_ENV: optional,
  DATA_DIR: optional,
  DATABASE_URI: optional.refine(
    (value) => value === undefined || /^(file:|mongodb(\+srv)?:\/\/)/.test(value),
    'must begin with file: (SQLite) or mongodb:// (MongoDB)',
  ),
  MEILISEARCH_URL: url(['http:', 'https:'], 'an http or https address'),
  MEILISEARCH_KEY: optional,
  MEILISEARCH_MASTER_KEY: optional,
  SEARCH_FALLBACK: z.enum(['none', 'embedded']).default('none'),
  SEARCH_LOG_DAYS: z.coerce.number().int().min(0).max(3650).default(90),
  RECORD_DAYS: z.coerce.number().int().min(30).max(3650).default(396),
  SMTP_URL: url(['smtp:', 'smtps:'], 'an address like smtp://user:password@host:587'),
  SITE_URL: url(['http:', 'https:'], 'an http or https address'),
  PAYLOAD_SECRET: optional,
  PORT: z.coerce.number().int().min(1).max(65535).default(3000),
  WORKER: z.enum(['inside', 'apart']).default('apart'),
  BULLETIN_SCHEDULE: z.string().default('30 7 * * 5'),
  BULLETIN_APPROVAL: z.enum(['none', 'required']).default('none'),
  REFERENCE_STYLE: z.enum(['harvard', 'vancouver', 'apa']).default('harvard'),
  ...evidenceEnvironment,
  MAIL_FROM: optional,
  MAIL_REPLY_TO: optional,
  STAFF_MAIL: optional,
  POSTAL_ADDRESS: optional,
  LIST_ID: optional,
  BOUNCE_DOMAIN: optional,
  DKIM_DOMAIN: optional,
  DKIM_SELECTOR: optional,
  DKIM_KEY_FILE: optional,
  BOUNCE_IMAP_URL: url(['imap:', 'imaps:'], BOUNCE_MAILBOX).refine(
    (value) => !value || !URL.canParse(value) || new URL(value).username !== '',
    `must name who signs in: ${BOUNCE_MAILBOX}`,
  ),
  MAIL_CONNECTIONS: z.coerce.number().int().min(1).max(10).default(5),
  MAIL_PER_SECOND: limit,
  MAIL_PER_MINUTE: limit,
  MAIL_PER_DAY: limit,
  STAFF_SECOND_FACTOR: z.enum(['offered', 'demanded']).default('offered'),
  TRUSTED_PROXY_HOPS: z.coerce.number().int().min(0).max(10).default(0),
})

type Environment = z.infer<typeof environment>

export type Settings = {
  /** Absolute folder of all embedded state. */
  readonly dataDir: string
  readonly database: { readonly kind: 'sqlite' | 'mongodb'; readonly uri: string }
  readonly search: {
    readonly meilisearch: { readonly url: string; readonly key: string | undefined } | null
    readonly fallback: 'none' | 'embedded'
    /** For the command that makes the site's key, and for nothing else. */
    readonly masterKey?: string | undefined
    /** How long the log of searches is kept; 0 keeps none. */
    readonly logDays: number
  }
  /** How long the record of who did what is kept. */
  readonly recordDays: number
  /** Public address without a trailing slash. */
  readonly siteUrl: string
  /** True where the site answers on this machine alone: cookies are then not `Secure`. */
  readonly isLoopback: boolean
  readonly secret: string
  readonly port: number
  readonly worker: 'inside' | 'apart'
  /** Cron expression, read in Europe/London. */
  readonly bulletinSchedule: string
  /** Whether an issue waits at its slot until an editor has approved it. */
  readonly bulletinApproval: 'none' | 'required'
  /** How lists of sources are set. */
  readonly referenceStyle: 'harvard' | 'vancouver' | 'apa'
  readonly evidence: EvidenceSettings
  readonly mail: {
    readonly smtpUrl: string | undefined
    readonly from: string
    readonly replyTo: string
    readonly staff: string
    readonly postalAddress: string
    readonly listId: string
    readonly bounceDomain: string | undefined
    /** Null where the relay signs. */
    readonly dkim: DkimKey | null
    /** Where mail that comes back is read. */
    readonly bounceImapUrl?: string | undefined
    /** How many mails may be under way at once: as many may become uncertain in a crash. */
    readonly connections: number
    /** How many the mail server takes. Undefined means any number. */
    readonly limits: {
      readonly perSecond: number | undefined
      readonly perMinute: number | undefined
      readonly perDay: number | undefined
    }
  }
  /** Whether staff may set up a code of an app for their sign-in, or have to. */
  readonly staffSecondFactor: 'offered' | 'demanded'
  /** How many proxies before the site are to be believed. */
  readonly trustedProxyHops: number
}

/** Every fault of the environment at once, each naming its variable. */
export class SettingsFault extends Error {
  override readonly name = 'SettingsFault'
  constructor(readonly faults: readonly string[]) {
    super(
      `Signpost cannot start. Mend these settings:\n${faults.map((f) => `  - ${f}`).join('\n')}`,
    )
  }
}

const REQUIRED_IN_PRODUCTION = [
  'PAYLOAD_SECRET',
  'MAIL_FROM',
  'STAFF_MAIL',
  'POSTAL_ADDRESS',
  'LIST_ID',
] as const

/** What a public site must have said and a demonstration on this machine need not. */
function productionFaults(env: Environment, siteUrl: URL): string[] {
  const missing = REQUIRED_IN_PRODUCTION.filter((name) => env[name] === undefined).map(
    (name) => `${name} is missing: a public site needs it`,
  )
  const insecure = siteUrl.protocol === 'https:' ? [] : ['SITE_URL must be https on a public site']
  return [...missing, ...insecure]
}

function parse(env: NodeJS.ProcessEnv): Environment {
  const parsed = environment.safeParse(env)
  if (parsed.success) return parsed.data
  throw new SettingsFault(parsed.error.issues.map((i) => `${i.path.join('.')} ${i.message}`))
}

/**
 * Reads the environment once.
 *
 * With nothing set, everything lives under `./data` and the site answers on this machine alone; there, and only
 * there, a missing `PAYLOAD_SECRET` is made and kept in the data folder.
 *
 * @throws {SettingsFault} listing every wrong or missing value.
 */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const values = parse(env)
  const dataDir = path.resolve(/* turbopackIgnore: true */ values.DATA_DIR ?? 'data')
  const siteUrl = new URL(values.SITE_URL ?? `http://localhost:${values.PORT}`)
  const isLoopback = isLoopbackHost(siteUrl.hostname)
  const isPublic = values.NODE_ENV === 'production' && !isLoopback
  const dkim = readDkim(values)
  const faults = [
    scheduleFault(values.BULLETIN_SCHEDULE),
    values.PAYLOAD_SECRET && secretFault(values.PAYLOAD_SECRET),
  ]
    .filter((fault): fault is string => Boolean(fault))
    .concat(isPublic ? productionFaults(values, siteUrl) : [], dkim.faults)
  if (faults.length > 0) throw new SettingsFault(faults)

  const uri = values.DATABASE_URI ?? `file:${path.join(dataDir, 'signpost.db')}`
  return Object.freeze<Settings>({
    dataDir,
    database: { kind: uri.startsWith('file:') ? 'sqlite' : 'mongodb', uri },
    search: {
      meilisearch: values.MEILISEARCH_URL
        ? { url: values.MEILISEARCH_URL, key: values.MEILISEARCH_KEY }
        : null,
      fallback: values.SEARCH_FALLBACK,
      masterKey: values.MEILISEARCH_MASTER_KEY,
      logDays: values.SEARCH_LOG_DAYS,
    },
    recordDays: values.RECORD_DAYS,
    siteUrl: siteUrl.origin,
    isLoopback,
    secret: values.PAYLOAD_SECRET ?? keptSecret(dataDir),
    port: values.PORT,
    worker: values.WORKER,
    bulletinSchedule: values.BULLETIN_SCHEDULE,
    bulletinApproval: values.BULLETIN_APPROVAL,
    referenceStyle: values.REFERENCE_STYLE,
    evidence: evidenceSettings(values),
    mail: {
      smtpUrl: values.SMTP_URL,
      from: values.MAIL_FROM ?? 'Signpost <bulletin@signpost.example>',
      replyTo: values.MAIL_REPLY_TO ?? values.STAFF_MAIL ?? 'officers@signpost.example',
      staff: values.STAFF_MAIL ?? 'officers@signpost.example',
      postalAddress: values.POSTAL_ADDRESS ?? 'Signpost, a demonstration service',
      listId: values.LIST_ID ?? 'Signpost weekly Bulletin <bulletin.signpost.example>',
      bounceDomain: values.BOUNCE_DOMAIN,
      dkim: dkim.key,
      bounceImapUrl: values.BOUNCE_IMAP_URL,
      connections: values.MAIL_CONNECTIONS,
      limits: {
        perSecond: values.MAIL_PER_SECOND,
        perMinute: values.MAIL_PER_MINUTE,
        perDay: values.MAIL_PER_DAY,
      },
    },
    staffSecondFactor: values.STAFF_SECOND_FACTOR,
    trustedProxyHops: values.TRUSTED_PROXY_HOPS,
  })
}

let read: Settings | undefined

/** The settings of this process. Read at the first call, the same object ever after. */
export function settings(): Settings {
  read ??= readSettings(process.env)
  return read
}
