import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { mongooseAdapter } from '@payloadcms/db-mongodb'
import { sqliteAdapter } from '@payloadcms/db-sqlite'
import { lexicalEditor } from '@payloadcms/richtext-lexical'
import { type Access, buildConfig, type SanitizedConfig } from 'payload'
import sharp from 'sharp'
import { withQueryGuard } from '@/access/guard-queries'
import type { HouseRules } from '@/access/house-rules'
import { nobody, ownPreferencesAsStaff, staffOnly } from '@/access/rules'
import { withCarefulStaffWrites } from '@/access/staff-rows/careful-staff-writes'
import { type Settings, settings } from '@/config/settings'
import { onSoundConnection } from '@/lib/sqlite/on-sound-connection'
import { makeMailer } from '@/mail/make-mailer'
import { payloadEmailAdapter } from '@/mail/payload-email-adapter'
import { collections } from './collections'
import { withoutTooDeep } from './collections/hooks/refuse-too-deep'
import { migrations } from './migrations'

const root = path.dirname(fileURLToPath(import.meta.url))

const database = ({ database: { kind, uri } }: Settings) =>
  kind === 'mongodb'
    ? withCarefulStaffWrites(
        mongooseAdapter({ url: uri, ensureIndexes: true, transactionOptions: false }),
      )
    : withCarefulStaffWrites(
        onSoundConnection(
          sqliteAdapter({
            client: { url: uri },
            // Left off on purpose: with it 39 of 40 parallel saves failed (docs/decisions/002-databases.md).
            transactionOptions: undefined,
            push: false,
            idType: 'uuidv7',
            migrationDir: path.join(root, 'migrations'),
            prodMigrations: migrations,
          }),
        ),
      )

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
    collections: collections(chosen.dataDir).map(withoutTooDeep).map(withQueryGuard),
    admin: {
      user: 'staff',
      avatar: 'default',
      dateFormat: 'd MMMM yyyy, HH:mm',
      meta: { titleSuffix: ' · Signpost', defaultOGImageType: 'off' },
      importMap: { baseDir: root },
      components: {
        graphics: { Logo: '/src/admin/finger-post#Logo', Icon: '/src/admin/finger-post#Icon' },
        beforeDashboard: ['/src/admin/desk#Desk'],
        afterNavLinks: [
          '/src/admin/bulletin/nav-link#BulletinNavLink',
          '/src/admin/searches/nav-link#SearchesNavLink',
          '/src/admin/import/nav-link#ImportNavLink',
          '/src/admin/leak-audit/nav-link#LeakAuditNavLink',
        ],
        views: {
          searches: {
            path: '/searches',
            exact: true,
            Component: '/src/admin/searches/searches-view#SearchesView',
            meta: { title: 'Searches' },
          },
          addSources: {
            path: '/add-sources',
            exact: true,
            Component: '/src/admin/sources/add-sources-view#AddSourcesView',
            meta: { title: 'Add sources' },
          },
          leakAudit: {
            path: '/leak-audit',
            exact: true,
            Component: '/src/admin/leak-audit/leak-audit-view#LeakAuditView',
            meta: { title: 'Leak audit' },
          },
          import: {
            path: '/import',
            exact: true,
            Component: '/src/admin/import/import-view#ImportView',
            meta: { title: 'Bring an archive in' },
          },
          compare: {
            path: '/compare/:id',
            exact: true,
            Component: '/src/admin/review/compare-view#CompareView',
            meta: { title: 'What changed' },
          },
          bulletin: {
            path: '/bulletin',
            exact: true,
            Component: '/src/admin/bulletin/overview-view#OverviewView',
            meta: { title: 'Bulletin' },
          },
          bulletinMember: {
            path: '/bulletin/member',
            exact: true,
            Component: '/src/admin/bulletin/member-view#MemberView',
            meta: { title: 'What a member got' },
          },
          bulletinPreview: {
            path: '/bulletin/preview',
            exact: true,
            Component: '/src/admin/bulletin/preview-view#PreviewView',
            meta: { title: 'Preview of the Bulletin' },
          },
          bulletinIssue: {
            path: '/bulletin/:key',
            exact: true,
            Component: '/src/admin/bulletin/issue-view#IssueView',
            meta: { title: 'Issue of the Bulletin' },
          },
        },
      },
    },
    custom: {
      trustedProxyHops: chosen.trustedProxyHops,
      demandsSecondFactor: chosen.staffSecondFactor === 'demanded',
    } satisfies HouseRules,
    graphQL: { disable: true },
    telemetry: false,
    debug: false,
    maxDepth: 3,
    typescript: { outputFile: path.join(root, 'src/payload-types.ts'), autoGenerate: false },
    sharp,
    upload: { limits: { fileSize: 25_000_000 }, abortOnLimit: true },
  }).then(closeBuiltIns)

export default makeConfig(settings())
