import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`briefings\` ADD \`next_event_at\` text;`)
  await db.run(sql`ALTER TABLE \`_briefings_v\` ADD \`version_next_event_at\` text;`)
  await db.run(sql`ALTER TABLE \`sources\` ADD \`archived_url\` text;`)
  await db.run(sql`ALTER TABLE \`sources\` ADD \`geography\` text;`)
  await db.run(sql`ALTER TABLE \`sources\` ADD \`standing\` text DEFAULT 'current';`)
  await db.run(sql`ALTER TABLE \`sources\` ADD \`note\` text;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`briefings\` DROP COLUMN \`next_event_at\`;`)
  await db.run(sql`ALTER TABLE \`_briefings_v\` DROP COLUMN \`version_next_event_at\`;`)
  await db.run(sql`ALTER TABLE \`sources\` DROP COLUMN \`archived_url\`;`)
  await db.run(sql`ALTER TABLE \`sources\` DROP COLUMN \`geography\`;`)
  await db.run(sql`ALTER TABLE \`sources\` DROP COLUMN \`standing\`;`)
  await db.run(sql`ALTER TABLE \`sources\` DROP COLUMN \`note\`;`)
}
