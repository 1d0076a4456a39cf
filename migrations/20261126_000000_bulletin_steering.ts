import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`bulletin_issues\` ADD \`paused_from\` text;`)
  await db.run(sql`ALTER TABLE \`bulletin_issues\` ADD \`paused_reason\` text;`)
  await db.run(sql`ALTER TABLE \`bulletin_issues\` ADD \`alerted_at\` text;`)
  await db.run(sql`ALTER TABLE \`bulletin_issues\` ADD \`decisions\` text;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`bulletin_issues\` DROP COLUMN \`paused_from\`;`)
  await db.run(sql`ALTER TABLE \`bulletin_issues\` DROP COLUMN \`paused_reason\`;`)
  await db.run(sql`ALTER TABLE \`bulletin_issues\` DROP COLUMN \`alerted_at\`;`)
  await db.run(sql`ALTER TABLE \`bulletin_issues\` DROP COLUMN \`decisions\`;`)
}
