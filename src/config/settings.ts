import path from 'node:path'
import { Cron } from 'croner'
import { z } from 'zod'
import { isLoopbackHost } from '@/lib/loopback'
import { keptSecret } from './kept-secret'

/** Values that stand in documentation and examples, and so protect nothing. */
const SAMPLE_SECRETS = ['changeme', 'your-secret', 'secret', 'payload-secret', 'YOUR_SECRET_HERE']

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
  SMTP_URL: url(['smtp:', 'smtps:'], 'an address like smtp://user:password@host:587'),
  SITE_URL: url(['http:', 'https:'], 'an http or https address'),
  PAYLOAD_SECRET: optional,
  PORT: z.coerce.number().int().min(1).max(65535).default(3000),
  WORKER: z.enum(['inside', 'apart']).default('apart'),
  BULLETIN_SCHEDULE: z.string().default('30 7 * * 5'),
  REFERENCE_STYLE: z.enum(['harvard', 'vancouver', 'apa']).default('harvard'),
  MAIL_FROM: optional,
  MAIL_REPLY_TO: optional,
  STAFF_MAIL: optional,
  POSTAL_ADDRESS: optional,
  LIST_ID: optional,
  BOUNCE_DOMAIN: optional,
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
  /** Public address without a trailing slash. */
  readonly siteUrl: string
  /** True where the site answers on this machine alone: cookies are then not `Secure`. */
  readonly isLoopback: boolean
  readonly secret: string
  readonly port: number
  readonly worker: 'inside' | 'apart'
  /** Cron expression, read in Europe/London. */
  readonly bulletinSchedule: string
  /** How lists of sources are set. */
  readonly referenceStyle: 'harvard' | 'vancouver' | 'apa'
  readonly mail: {
    readonly smtpUrl: string | undefined
    readonly from: string
    readonly replyTo: string
    readonly staff: string
    readonly postalAddress: string
    readonly listId: string
    readonly bounceDomain: string | undefined
  }
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

function scheduleFault(schedule: string): string | null {
  try {
    new Cron(schedule, { timezone: 'Europe/London', paused: true })
  } catch {
    return `BULLETIN_SCHEDULE "${schedule}" is not a cron expression, such as 30 7 * * 5`
  }
  const hour = schedule.trim().split(/\s+/).at(-4)
  return hour === '1'
    ? 'BULLETIN_SCHEDULE must not fall between 01:00 and 01:59: that hour is missing or doubled when the clocks change'
    : null
}

function secretFault(secret: string): string | null {
  if (Buffer.byteLength(secret) < 32) return 'PAYLOAD_SECRET must be at least 32 bytes long'
  return SAMPLE_SECRETS.some((sample) => secret.toLowerCase().includes(sample.toLowerCase()))
    ? 'PAYLOAD_SECRET contains a well-known sample value; make one with: openssl rand -hex 32'
    : null
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
  const faults = [
    scheduleFault(values.BULLETIN_SCHEDULE),
    values.PAYLOAD_SECRET && secretFault(values.PAYLOAD_SECRET),
  ]
    .filter((fault): fault is string => Boolean(fault))
    .concat(isPublic ? productionFaults(values, siteUrl) : [])
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
    siteUrl: siteUrl.origin,
    isLoopback,
    secret: values.PAYLOAD_SECRET ?? keptSecret(dataDir),
    port: values.PORT,
    worker: values.WORKER,
    bulletinSchedule: values.BULLETIN_SCHEDULE,
    referenceStyle: values.REFERENCE_STYLE,
    mail: {
      smtpUrl: values.SMTP_URL,
      from: values.MAIL_FROM ?? 'Signpost <bulletin@signpost.example>',
      replyTo: values.MAIL_REPLY_TO ?? values.STAFF_MAIL ?? 'officers@signpost.example',
      staff: values.STAFF_MAIL ?? 'officers@signpost.example',
      postalAddress: values.POSTAL_ADDRESS ?? 'Signpost, a demonstration service',
      listId: values.LIST_ID ?? 'Signpost weekly Bulletin <bulletin.signpost.example>',
      bounceDomain: values.BOUNCE_DOMAIN,
    },
    trustedProxyHops: values.TRUSTED_PROXY_HOPS,
  })
}

let read: Settings | undefined

/** The settings of this process. Read at the first call, the same object ever after. */
export function settings(): Settings {
  read ??= readSettings(process.env)
  return read
}
