import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { mongooseAdapter } from '@payloadcms/db-mongodb'
import { sqliteAdapter } from '@payloadcms/db-sqlite'
import { lexicalEditor } from '@payloadcms/richtext-lexical'
import { type Access, buildConfig, type SanitizedConfig } from 'payload'
import sharp from 'sharp'
import { withQueryGuard } from '@/access/guard-queries'
import { nobody, ownPreferencesAsStaff, staffOnly } from '@/access/rules'
import { type Settings, settings } from '@/config/settings'
import { makeMailer } from '@/mail/make-mailer'
import { payloadEmailAdapter } from '@/mail/payload-email-adapter'
import { collections } from './collections'
import { migrations } from './migrations'

const root = path.dirname(fileURLToPath(import.meta.url))

const database = ({ database: { kind, uri } }: Settings) =>
  kind === 'mongodb'
    ? mongooseAdapter({ url: uri, ensureIndexes: true, transactionOptions: false })
    : sqliteAdapter({
        client: { url: uri },
        // Left off on purpose: with it 39 of 40 parallel saves failed (docs/decisions/002-databases.md).
        transactionOptions: undefined,
        push: false,
        idType: 'uuidv7',
        wal: true,
        busyTimeout: 5000,
        migrationDir: path.join(root, 'migrations'),
        prodMigrations: migrations,
      })

/** Payload opens its own collections to anyone signed in, members too: these are the staff's or nobody's. */
const BUILT_IN_ACCESS: Record<string, Access> = {
  'payload-locked-documents': staffOnly,
  'payload-preferences': ownPreferencesAsStaff,
  'payload-migrations': nobody,
}

function closeBuiltIns(config: SanitizedConfig): SanitizedConfig {
  for (const collection of config.collections) {
    const access = BUILT_IN_ACCESS[collection.slug]
    if (!access) continue
    for (const operation of ['create', 'read', 'update', 'delete'] as const) {
      collection.access[operation] = access
    }
  }
  return config
}

export const makeConfig = (chosen: Settings): Promise<SanitizedConfig> =>
  buildConfig({
    secret: chosen.secret,
    serverURL: chosen.siteUrl,
    cors: [],
    csrf: [chosen.siteUrl],
    cookiePrefix: 'signpost',
    db: database(chosen),
    email: payloadEmailAdapter(() => makeMailer(chosen), chosen.mail.from),
    editor: lexicalEditor(),
    collections: collections(chosen.dataDir).map(withQueryGuard),
    admin: {
      user: 'staff',
      avatar: 'default',
      dateFormat: 'd MMMM yyyy, HH:mm',
      meta: { titleSuffix: ' · Signpost', defaultOGImageType: 'off' },
      importMap: { baseDir: root },
      components: {
        graphics: { Logo: '/src/admin/finger-post#Logo', Icon: '/src/admin/finger-post#Icon' },
        beforeDashboard: ['/src/admin/desk#Desk'],
        afterNavLinks: ['/src/admin/searches/nav-link#SearchesNavLink'],
        views: {
          searches: {
            path: '/searches',
            exact: true,
            Component: '/src/admin/searches/searches-view#SearchesView',
            meta: { title: 'Searches' },
          },
        },
      },
    },
    graphQL: { disable: true },
    telemetry: false,
    debug: false,
    maxDepth: 3,
    typescript: { outputFile: path.join(root, 'src/payload-types.ts'), autoGenerate: false },
    sharp,
  }).then(closeBuiltIns)

export default makeConfig(settings())
