import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`briefings_key_points\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`briefings\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`briefings_key_points_order_idx\` ON \`briefings_key_points\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`briefings_key_points_parent_id_idx\` ON \`briefings_key_points\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`briefings_changes\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`date\` text,
  	\`note\` text,
  	\`edition\` numeric,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`briefings\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`briefings_changes_order_idx\` ON \`briefings_changes\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`briefings_changes_parent_id_idx\` ON \`briefings_changes\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`briefings_nations\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`briefings\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`briefings_nations_order_idx\` ON \`briefings_nations\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`briefings_nations_parent_idx\` ON \`briefings_nations\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`briefings\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`title\` text,
  	\`summary\` text,
  	\`body\` text,
  	\`update_kind\` text DEFAULT 'minor',
  	\`change_note\` text,
  	\`reference\` text,
  	\`slug\` text,
  	\`type\` text DEFAULT 'briefing',
  	\`series_id\` text(36),
  	\`published_at\` text,
  	\`review_by\` text,
  	\`first_published_at\` text,
  	\`revised_at\` text,
  	\`edition\` numeric DEFAULT 1,
  	\`announce_from\` numeric DEFAULT 1,
  	\`reading_minutes\` numeric,
  	\`heading_count\` numeric,
  	\`case_study_count\` numeric,
  	\`source_count\` numeric,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`_status\` text DEFAULT 'draft',
  	FOREIGN KEY (\`series_id\`) REFERENCES \`series\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`briefings_reference_idx\` ON \`briefings\` (\`reference\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`briefings_slug_idx\` ON \`briefings\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`briefings_type_idx\` ON \`briefings\` (\`type\`);`)
  await db.run(sql`CREATE INDEX \`briefings_series_idx\` ON \`briefings\` (\`series_id\`);`)
  await db.run(sql`CREATE INDEX \`briefings_published_at_idx\` ON \`briefings\` (\`published_at\`);`)
  await db.run(sql`CREATE INDEX \`briefings_updated_at_idx\` ON \`briefings\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`briefings_created_at_idx\` ON \`briefings\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`briefings__status_idx\` ON \`briefings\` (\`_status\`);`)
  await db.run(sql`CREATE TABLE \`briefings_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`sources_id\` text(36),
  	\`briefings_id\` text(36),
  	\`attachments_id\` text(36),
  	\`topics_id\` text(36),
  	\`staff_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`briefings\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`sources_id\`) REFERENCES \`sources\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`briefings_id\`) REFERENCES \`briefings\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`attachments_id\`) REFERENCES \`attachments\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`topics_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`staff_id\`) REFERENCES \`staff\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`briefings_rels_order_idx\` ON \`briefings_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`briefings_rels_parent_idx\` ON \`briefings_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`briefings_rels_path_idx\` ON \`briefings_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`briefings_rels_sources_id_idx\` ON \`briefings_rels\` (\`sources_id\`);`)
  await db.run(sql`CREATE INDEX \`briefings_rels_briefings_id_idx\` ON \`briefings_rels\` (\`briefings_id\`);`)
  await db.run(sql`CREATE INDEX \`briefings_rels_attachments_id_idx\` ON \`briefings_rels\` (\`attachments_id\`);`)
  await db.run(sql`CREATE INDEX \`briefings_rels_topics_id_idx\` ON \`briefings_rels\` (\`topics_id\`);`)
  await db.run(sql`CREATE INDEX \`briefings_rels_staff_id_idx\` ON \`briefings_rels\` (\`staff_id\`);`)
  await db.run(sql`CREATE TABLE \`_briefings_v_version_key_points\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`text\` text,
  	\`_uuid\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_briefings_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_briefings_v_version_key_points_order_idx\` ON \`_briefings_v_version_key_points\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_briefings_v_version_key_points_parent_id_idx\` ON \`_briefings_v_version_key_points\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_briefings_v_version_changes\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`date\` text,
  	\`note\` text,
  	\`edition\` numeric,
  	\`_uuid\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_briefings_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_briefings_v_version_changes_order_idx\` ON \`_briefings_v_version_changes\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_briefings_v_version_changes_parent_id_idx\` ON \`_briefings_v_version_changes\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_briefings_v_version_nations\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_briefings_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_briefings_v_version_nations_order_idx\` ON \`_briefings_v_version_nations\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`_briefings_v_version_nations_parent_idx\` ON \`_briefings_v_version_nations\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_briefings_v\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`parent_id\` text(36),
  	\`version_title\` text,
  	\`version_summary\` text,
  	\`version_body\` text,
  	\`version_update_kind\` text DEFAULT 'minor',
  	\`version_change_note\` text,
  	\`version_reference\` text,
  	\`version_slug\` text,
  	\`version_type\` text DEFAULT 'briefing',
  	\`version_series_id\` text(36),
  	\`version_published_at\` text,
  	\`version_review_by\` text,
  	\`version_first_published_at\` text,
  	\`version_revised_at\` text,
  	\`version_edition\` numeric DEFAULT 1,
  	\`version_announce_from\` numeric DEFAULT 1,
  	\`version_reading_minutes\` numeric,
  	\`version_heading_count\` numeric,
  	\`version_case_study_count\` numeric,
  	\`version_source_count\` numeric,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`version__status\` text DEFAULT 'draft',
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`latest\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`briefings\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_series_id\`) REFERENCES \`series\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`_briefings_v_parent_idx\` ON \`_briefings_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_briefings_v_version_version_reference_idx\` ON \`_briefings_v\` (\`version_reference\`);`)
  await db.run(sql`CREATE INDEX \`_briefings_v_version_version_slug_idx\` ON \`_briefings_v\` (\`version_slug\`);`)
  await db.run(sql`CREATE INDEX \`_briefings_v_version_version_type_idx\` ON \`_briefings_v\` (\`version_type\`);`)
  await db.run(sql`CREATE INDEX \`_briefings_v_version_version_series_idx\` ON \`_briefings_v\` (\`version_series_id\`);`)
  await db.run(sql`CREATE INDEX \`_briefings_v_version_version_published_at_idx\` ON \`_briefings_v\` (\`version_published_at\`);`)
  await db.run(sql`CREATE INDEX \`_briefings_v_version_version_updated_at_idx\` ON \`_briefings_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_briefings_v_version_version_created_at_idx\` ON \`_briefings_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_briefings_v_version_version__status_idx\` ON \`_briefings_v\` (\`version__status\`);`)
  await db.run(sql`CREATE INDEX \`_briefings_v_created_at_idx\` ON \`_briefings_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_briefings_v_updated_at_idx\` ON \`_briefings_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_briefings_v_latest_idx\` ON \`_briefings_v\` (\`latest\`);`)
  await db.run(sql`CREATE TABLE \`_briefings_v_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`sources_id\` text(36),
  	\`briefings_id\` text(36),
  	\`attachments_id\` text(36),
  	\`topics_id\` text(36),
  	\`staff_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_briefings_v\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`sources_id\`) REFERENCES \`sources\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`briefings_id\`) REFERENCES \`briefings\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`attachments_id\`) REFERENCES \`attachments\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`topics_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`staff_id\`) REFERENCES \`staff\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_briefings_v_rels_order_idx\` ON \`_briefings_v_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`_briefings_v_rels_parent_idx\` ON \`_briefings_v_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_briefings_v_rels_path_idx\` ON \`_briefings_v_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`_briefings_v_rels_sources_id_idx\` ON \`_briefings_v_rels\` (\`sources_id\`);`)
  await db.run(sql`CREATE INDEX \`_briefings_v_rels_briefings_id_idx\` ON \`_briefings_v_rels\` (\`briefings_id\`);`)
  await db.run(sql`CREATE INDEX \`_briefings_v_rels_attachments_id_idx\` ON \`_briefings_v_rels\` (\`attachments_id\`);`)
  await db.run(sql`CREATE INDEX \`_briefings_v_rels_topics_id_idx\` ON \`_briefings_v_rels\` (\`topics_id\`);`)
  await db.run(sql`CREATE INDEX \`_briefings_v_rels_staff_id_idx\` ON \`_briefings_v_rels\` (\`staff_id\`);`)
  await db.run(sql`CREATE TABLE \`articles\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`title\` text,
  	\`summary\` text,
  	\`body\` text,
  	\`slug\` text,
  	\`published_at\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`_status\` text DEFAULT 'draft'
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`articles_slug_idx\` ON \`articles\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`articles_published_at_idx\` ON \`articles\` (\`published_at\`);`)
  await db.run(sql`CREATE INDEX \`articles_updated_at_idx\` ON \`articles\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`articles_created_at_idx\` ON \`articles\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`articles__status_idx\` ON \`articles\` (\`_status\`);`)
  await db.run(sql`CREATE TABLE \`articles_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`briefings_id\` text(36),
  	\`articles_id\` text(36),
  	\`topics_id\` text(36),
  	\`staff_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`articles\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`briefings_id\`) REFERENCES \`briefings\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`articles_id\`) REFERENCES \`articles\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`topics_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`staff_id\`) REFERENCES \`staff\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`articles_rels_order_idx\` ON \`articles_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`articles_rels_parent_idx\` ON \`articles_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`articles_rels_path_idx\` ON \`articles_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`articles_rels_briefings_id_idx\` ON \`articles_rels\` (\`briefings_id\`);`)
  await db.run(sql`CREATE INDEX \`articles_rels_articles_id_idx\` ON \`articles_rels\` (\`articles_id\`);`)
  await db.run(sql`CREATE INDEX \`articles_rels_topics_id_idx\` ON \`articles_rels\` (\`topics_id\`);`)
  await db.run(sql`CREATE INDEX \`articles_rels_staff_id_idx\` ON \`articles_rels\` (\`staff_id\`);`)
  await db.run(sql`CREATE TABLE \`_articles_v\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`parent_id\` text(36),
  	\`version_title\` text,
  	\`version_summary\` text,
  	\`version_body\` text,
  	\`version_slug\` text,
  	\`version_published_at\` text,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`version__status\` text DEFAULT 'draft',
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`latest\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`articles\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`_articles_v_parent_idx\` ON \`_articles_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_version_version_slug_idx\` ON \`_articles_v\` (\`version_slug\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_version_version_published_at_idx\` ON \`_articles_v\` (\`version_published_at\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_version_version_updated_at_idx\` ON \`_articles_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_version_version_created_at_idx\` ON \`_articles_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_version_version__status_idx\` ON \`_articles_v\` (\`version__status\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_created_at_idx\` ON \`_articles_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_updated_at_idx\` ON \`_articles_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_latest_idx\` ON \`_articles_v\` (\`latest\`);`)
  await db.run(sql`CREATE TABLE \`_articles_v_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`briefings_id\` text(36),
  	\`articles_id\` text(36),
  	\`topics_id\` text(36),
  	\`staff_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_articles_v\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`briefings_id\`) REFERENCES \`briefings\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`articles_id\`) REFERENCES \`articles\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`topics_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`staff_id\`) REFERENCES \`staff\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_articles_v_rels_order_idx\` ON \`_articles_v_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_rels_parent_idx\` ON \`_articles_v_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_rels_path_idx\` ON \`_articles_v_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_rels_briefings_id_idx\` ON \`_articles_v_rels\` (\`briefings_id\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_rels_articles_id_idx\` ON \`_articles_v_rels\` (\`articles_id\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_rels_topics_id_idx\` ON \`_articles_v_rels\` (\`topics_id\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_rels_staff_id_idx\` ON \`_articles_v_rels\` (\`staff_id\`);`)
  await db.run(sql`CREATE TABLE \`topics\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`slug\` text,
  	\`parent_id\` text(36),
  	\`scope_note\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`topics_slug_idx\` ON \`topics\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`topics_parent_idx\` ON \`topics\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`topics_updated_at_idx\` ON \`topics\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`topics_created_at_idx\` ON \`topics\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`topics_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`topics_texts_order_parent\` ON \`topics_texts\` (\`order\`,\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`series\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`slug\` text,
  	\`description\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`series_slug_idx\` ON \`series\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`series_updated_at_idx\` ON \`series\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`series_created_at_idx\` ON \`series\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`sources\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`title\` text NOT NULL,
  	\`publisher\` text,
  	\`year\` numeric,
  	\`type\` text DEFAULT 'research' NOT NULL,
  	\`url\` text,
  	\`doi\` text,
  	\`accessed\` text,
  	\`key\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`sources_url_idx\` ON \`sources\` (\`url\`);`)
  await db.run(sql`CREATE INDEX \`sources_doi_idx\` ON \`sources\` (\`doi\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`sources_key_idx\` ON \`sources\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`sources_updated_at_idx\` ON \`sources\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`sources_created_at_idx\` ON \`sources\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`sources_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`sources\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`sources_texts_order_parent\` ON \`sources_texts\` (\`order\`,\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`media\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`alt\` text NOT NULL,
  	\`credit\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`url\` text,
  	\`thumbnail_u_r_l\` text,
  	\`filename\` text,
  	\`mime_type\` text,
  	\`filesize\` numeric,
  	\`width\` numeric,
  	\`height\` numeric,
  	\`focal_x\` numeric,
  	\`focal_y\` numeric,
  	\`sizes_wide_url\` text,
  	\`sizes_wide_width\` numeric,
  	\`sizes_wide_height\` numeric,
  	\`sizes_wide_mime_type\` text,
  	\`sizes_wide_filesize\` numeric,
  	\`sizes_wide_filename\` text
  );
  `)
  await db.run(sql`CREATE INDEX \`media_updated_at_idx\` ON \`media\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`media_created_at_idx\` ON \`media\` (\`created_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`media_filename_idx\` ON \`media\` (\`filename\`);`)
  await db.run(sql`CREATE INDEX \`media_sizes_wide_sizes_wide_filename_idx\` ON \`media\` (\`sizes_wide_filename\`);`)
  await db.run(sql`CREATE TABLE \`attachments\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`title\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`url\` text,
  	\`thumbnail_u_r_l\` text,
  	\`filename\` text,
  	\`mime_type\` text,
  	\`filesize\` numeric,
  	\`width\` numeric,
  	\`height\` numeric,
  	\`focal_x\` numeric,
  	\`focal_y\` numeric
  );
  `)
  await db.run(sql`CREATE INDEX \`attachments_updated_at_idx\` ON \`attachments\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`attachments_created_at_idx\` ON \`attachments\` (\`created_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`attachments_filename_idx\` ON \`attachments\` (\`filename\`);`)
  await db.run(sql`CREATE TABLE \`enquiries\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`state\` text DEFAULT 'new' NOT NULL,
  	\`kind\` text NOT NULL,
  	\`name\` text,
  	\`email\` text,
  	\`organisation_name\` text,
  	\`message\` text,
  	\`page\` text,
  	\`mailed_at\` text,
  	\`notes\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`enquiries_updated_at_idx\` ON \`enquiries\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`enquiries_created_at_idx\` ON \`enquiries\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`members\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`email\` text NOT NULL,
  	\`name\` text NOT NULL,
  	\`job_title\` text,
  	\`organisation_id\` text(36) NOT NULL,
  	\`is_manager\` integer DEFAULT false,
  	\`last_signed_in_at\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`organisation_id\`) REFERENCES \`organisations\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`members_email_idx\` ON \`members\` (\`email\`);`)
  await db.run(sql`CREATE INDEX \`members_organisation_idx\` ON \`members\` (\`organisation_id\`);`)
  await db.run(sql`CREATE INDEX \`members_updated_at_idx\` ON \`members\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`members_created_at_idx\` ON \`members\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`organisations\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`slug\` text,
  	\`kind\` text DEFAULT 'council' NOT NULL,
  	\`membership_from\` text NOT NULL,
  	\`membership_to\` text NOT NULL,
  	\`grace_days\` numeric DEFAULT 0,
  	\`seats\` numeric,
  	\`notes\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`organisations_slug_idx\` ON \`organisations\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`organisations_updated_at_idx\` ON \`organisations\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`organisations_created_at_idx\` ON \`organisations\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`organisations_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`organisations\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`organisations_texts_order_parent\` ON \`organisations_texts\` (\`order\`,\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`staff_sessions\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`created_at\` text,
  	\`expires_at\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`staff\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`staff_sessions_order_idx\` ON \`staff_sessions\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`staff_sessions_parent_id_idx\` ON \`staff_sessions\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`staff\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`slug\` text,
  	\`role\` text DEFAULT 'officer' NOT NULL,
  	\`job_title\` text,
  	\`biography\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`email\` text NOT NULL,
  	\`reset_password_token\` text,
  	\`reset_password_expiration\` text,
  	\`salt\` text,
  	\`hash\` text,
  	\`reset_password_requested_at\` text,
  	\`login_attempts\` numeric DEFAULT 0,
  	\`lock_until\` text
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`staff_slug_idx\` ON \`staff\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`staff_updated_at_idx\` ON \`staff\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`staff_created_at_idx\` ON \`staff\` (\`created_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`staff_email_idx\` ON \`staff\` (\`email\`);`)
  await db.run(sql`CREATE TABLE \`bulletin_issues\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`state\` text NOT NULL,
  	\`slot_at\` text NOT NULL,
  	\`time_zone\` text NOT NULL,
  	\`subject\` text,
  	\`owner\` text,
  	\`lease_until\` text,
  	\`fence\` numeric DEFAULT 0 NOT NULL,
  	\`frozen_at\` text,
  	\`finished_at\` text,
  	\`candidates\` numeric,
  	\`sent\` numeric,
  	\`failed\` numeric,
  	\`suppressed\` numeric,
  	\`skipped\` numeric,
  	\`expired\` numeric,
  	\`uncertain\` numeric,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`bulletin_issues_key_idx\` ON \`bulletin_issues\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`bulletin_issues_state_idx\` ON \`bulletin_issues\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`bulletin_issues_slot_at_idx\` ON \`bulletin_issues\` (\`slot_at\`);`)
  await db.run(sql`CREATE INDEX \`bulletin_issues_updated_at_idx\` ON \`bulletin_issues\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`bulletin_issues_created_at_idx\` ON \`bulletin_issues\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`bulletin_items\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`issue_key\` text NOT NULL,
  	\`briefing_id\` text NOT NULL,
  	\`edition\` numeric NOT NULL,
  	\`position\` numeric NOT NULL,
  	\`title\` text NOT NULL,
  	\`public_part\` text NOT NULL,
  	\`topic_ids\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`bulletin_items_issue_key_idx\` ON \`bulletin_items\` (\`issue_key\`);`)
  await db.run(sql`CREATE INDEX \`bulletin_items_updated_at_idx\` ON \`bulletin_items\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`bulletin_items_created_at_idx\` ON \`bulletin_items\` (\`created_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`briefingId_edition_idx\` ON \`bulletin_items\` (\`briefing_id\`,\`edition\`);`)
  await db.run(sql`CREATE TABLE \`bulletin_deliveries\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`issue_key\` text NOT NULL,
  	\`member_id\` text NOT NULL,
  	\`address\` text NOT NULL,
  	\`address_hash\` text NOT NULL,
  	\`state\` text NOT NULL,
  	\`reason\` text,
  	\`item_set_hash\` text,
  	\`attempts\` numeric DEFAULT 0 NOT NULL,
  	\`next_attempt_at\` text,
  	\`fence\` numeric DEFAULT 0 NOT NULL,
  	\`token\` text NOT NULL,
  	\`message_id\` text,
  	\`sending_at\` text,
  	\`done_at\` text,
  	\`smtp_code\` numeric,
  	\`enhanced_code\` text,
  	\`reply\` text,
  	\`server_message_id\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`bulletin_deliveries_key_idx\` ON \`bulletin_deliveries\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`bulletin_deliveries_member_id_idx\` ON \`bulletin_deliveries\` (\`member_id\`);`)
  await db.run(sql`CREATE INDEX \`bulletin_deliveries_token_idx\` ON \`bulletin_deliveries\` (\`token\`);`)
  await db.run(sql`CREATE INDEX \`bulletin_deliveries_message_id_idx\` ON \`bulletin_deliveries\` (\`message_id\`);`)
  await db.run(sql`CREATE INDEX \`bulletin_deliveries_updated_at_idx\` ON \`bulletin_deliveries\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`bulletin_deliveries_created_at_idx\` ON \`bulletin_deliveries\` (\`created_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`issueKey_addressHash_idx\` ON \`bulletin_deliveries\` (\`issue_key\`,\`address_hash\`);`)
  await db.run(sql`CREATE INDEX \`issueKey_state_nextAttemptAt_idx\` ON \`bulletin_deliveries\` (\`issue_key\`,\`state\`,\`next_attempt_at\`);`)
  await db.run(sql`CREATE TABLE \`subscriptions\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`member_id\` text(36) NOT NULL,
  	\`status\` text NOT NULL,
  	\`paused_until\` text,
  	\`last_ok_at\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`member_id\`) REFERENCES \`members\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`subscriptions_member_idx\` ON \`subscriptions\` (\`member_id\`);`)
  await db.run(sql`CREATE INDEX \`subscriptions_status_idx\` ON \`subscriptions\` (\`status\`);`)
  await db.run(sql`CREATE INDEX \`subscriptions_updated_at_idx\` ON \`subscriptions\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`subscriptions_created_at_idx\` ON \`subscriptions\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`subscriptions_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`topics_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`subscriptions\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`topics_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`subscriptions_rels_order_idx\` ON \`subscriptions_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`subscriptions_rels_parent_idx\` ON \`subscriptions_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`subscriptions_rels_path_idx\` ON \`subscriptions_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`subscriptions_rels_topics_id_idx\` ON \`subscriptions_rels\` (\`topics_id\`);`)
  await db.run(sql`CREATE TABLE \`consent_events\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`member_id\` text NOT NULL,
  	\`action\` text NOT NULL,
  	\`at\` text NOT NULL,
  	\`made_through\` text NOT NULL,
  	\`wording\` text,
  	\`topics\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`consent_events_member_id_idx\` ON \`consent_events\` (\`member_id\`);`)
  await db.run(sql`CREATE INDEX \`consent_events_updated_at_idx\` ON \`consent_events\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`consent_events_created_at_idx\` ON \`consent_events\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`suppressions\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`address_hash\` text NOT NULL,
  	\`reason\` text NOT NULL,
  	\`at\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`suppressions_address_hash_idx\` ON \`suppressions\` (\`address_hash\`);`)
  await db.run(sql`CREATE INDEX \`suppressions_updated_at_idx\` ON \`suppressions\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`suppressions_created_at_idx\` ON \`suppressions\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`bulletin_bodies\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`issue_key\` text NOT NULL,
  	\`item_set_hash\` text NOT NULL,
  	\`items\` text NOT NULL,
  	\`subject\` text NOT NULL,
  	\`html\` text NOT NULL,
  	\`text\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`bulletin_bodies_issue_key_idx\` ON \`bulletin_bodies\` (\`issue_key\`);`)
  await db.run(sql`CREATE INDEX \`bulletin_bodies_updated_at_idx\` ON \`bulletin_bodies\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`bulletin_bodies_created_at_idx\` ON \`bulletin_bodies\` (\`created_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`issueKey_itemSetHash_idx\` ON \`bulletin_bodies\` (\`issue_key\`,\`item_set_hash\`);`)
  await db.run(sql`CREATE TABLE \`bulletin_receipts\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`member_id\` text NOT NULL,
  	\`briefing_id\` text NOT NULL,
  	\`edition\` numeric NOT NULL,
  	\`issue_key\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`bulletin_receipts_updated_at_idx\` ON \`bulletin_receipts\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`bulletin_receipts_created_at_idx\` ON \`bulletin_receipts\` (\`created_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`memberId_briefingId_edition_idx\` ON \`bulletin_receipts\` (\`member_id\`,\`briefing_id\`,\`edition\`);`)
  await db.run(sql`CREATE TABLE \`mailer_state\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`value\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`mailer_state_key_idx\` ON \`mailer_state\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`mailer_state_updated_at_idx\` ON \`mailer_state\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`mailer_state_created_at_idx\` ON \`mailer_state\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`member_sessions\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`member_id\` text(36) NOT NULL,
  	\`token_hash\` text NOT NULL,
  	\`expires_at\` text NOT NULL,
  	\`last_seen_at\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`member_id\`) REFERENCES \`members\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`member_sessions_member_idx\` ON \`member_sessions\` (\`member_id\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`member_sessions_token_hash_idx\` ON \`member_sessions\` (\`token_hash\`);`)
  await db.run(sql`CREATE INDEX \`member_sessions_expires_at_idx\` ON \`member_sessions\` (\`expires_at\`);`)
  await db.run(sql`CREATE INDEX \`member_sessions_updated_at_idx\` ON \`member_sessions\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`member_sessions_created_at_idx\` ON \`member_sessions\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`sign_in_codes\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`member_id\` text(36),
  	\`address_hash\` text,
  	\`state\` text NOT NULL,
  	\`code_hash\` text,
  	\`link_hash\` text NOT NULL,
  	\`expires_at\` text NOT NULL,
  	\`tries\` numeric DEFAULT 0 NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`member_id\`) REFERENCES \`members\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`sign_in_codes_member_idx\` ON \`sign_in_codes\` (\`member_id\`);`)
  await db.run(sql`CREATE INDEX \`sign_in_codes_address_hash_idx\` ON \`sign_in_codes\` (\`address_hash\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`sign_in_codes_link_hash_idx\` ON \`sign_in_codes\` (\`link_hash\`);`)
  await db.run(sql`CREATE INDEX \`sign_in_codes_expires_at_idx\` ON \`sign_in_codes\` (\`expires_at\`);`)
  await db.run(sql`CREATE INDEX \`sign_in_codes_updated_at_idx\` ON \`sign_in_codes\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`sign_in_codes_created_at_idx\` ON \`sign_in_codes\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`payload_kv\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`data\` text NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`payload_kv_key_idx\` ON \`payload_kv\` (\`key\`);`)
  await db.run(sql`CREATE TABLE \`payload_locked_documents\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`global_slug\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_global_slug_idx\` ON \`payload_locked_documents\` (\`global_slug\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_updated_at_idx\` ON \`payload_locked_documents\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_created_at_idx\` ON \`payload_locked_documents\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`payload_locked_documents_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`briefings_id\` text(36),
  	\`articles_id\` text(36),
  	\`topics_id\` text(36),
  	\`series_id\` text(36),
  	\`sources_id\` text(36),
  	\`media_id\` text(36),
  	\`attachments_id\` text(36),
  	\`enquiries_id\` text(36),
  	\`members_id\` text(36),
  	\`organisations_id\` text(36),
  	\`staff_id\` text(36),
  	\`bulletin_issues_id\` text(36),
  	\`bulletin_items_id\` text(36),
  	\`bulletin_deliveries_id\` text(36),
  	\`subscriptions_id\` text(36),
  	\`consent_events_id\` text(36),
  	\`suppressions_id\` text(36),
  	\`bulletin_bodies_id\` text(36),
  	\`bulletin_receipts_id\` text(36),
  	\`mailer_state_id\` text(36),
  	\`member_sessions_id\` text(36),
  	\`sign_in_codes_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`payload_locked_documents\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`briefings_id\`) REFERENCES \`briefings\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`articles_id\`) REFERENCES \`articles\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`topics_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`series_id\`) REFERENCES \`series\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`sources_id\`) REFERENCES \`sources\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`media_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`attachments_id\`) REFERENCES \`attachments\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`enquiries_id\`) REFERENCES \`enquiries\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`members_id\`) REFERENCES \`members\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`organisations_id\`) REFERENCES \`organisations\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`staff_id\`) REFERENCES \`staff\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`bulletin_issues_id\`) REFERENCES \`bulletin_issues\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`bulletin_items_id\`) REFERENCES \`bulletin_items\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`bulletin_deliveries_id\`) REFERENCES \`bulletin_deliveries\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`subscriptions_id\`) REFERENCES \`subscriptions\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`consent_events_id\`) REFERENCES \`consent_events\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`suppressions_id\`) REFERENCES \`suppressions\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`bulletin_bodies_id\`) REFERENCES \`bulletin_bodies\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`bulletin_receipts_id\`) REFERENCES \`bulletin_receipts\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`mailer_state_id\`) REFERENCES \`mailer_state\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`member_sessions_id\`) REFERENCES \`member_sessions\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`sign_in_codes_id\`) REFERENCES \`sign_in_codes\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_order_idx\` ON \`payload_locked_documents_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_parent_idx\` ON \`payload_locked_documents_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_path_idx\` ON \`payload_locked_documents_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_briefings_id_idx\` ON \`payload_locked_documents_rels\` (\`briefings_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_articles_id_idx\` ON \`payload_locked_documents_rels\` (\`articles_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_topics_id_idx\` ON \`payload_locked_documents_rels\` (\`topics_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_series_id_idx\` ON \`payload_locked_documents_rels\` (\`series_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_sources_id_idx\` ON \`payload_locked_documents_rels\` (\`sources_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_media_id_idx\` ON \`payload_locked_documents_rels\` (\`media_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_attachments_id_idx\` ON \`payload_locked_documents_rels\` (\`attachments_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_enquiries_id_idx\` ON \`payload_locked_documents_rels\` (\`enquiries_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_members_id_idx\` ON \`payload_locked_documents_rels\` (\`members_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_organisations_id_idx\` ON \`payload_locked_documents_rels\` (\`organisations_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_staff_id_idx\` ON \`payload_locked_documents_rels\` (\`staff_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_bulletin_issues_id_idx\` ON \`payload_locked_documents_rels\` (\`bulletin_issues_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_bulletin_items_id_idx\` ON \`payload_locked_documents_rels\` (\`bulletin_items_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_bulletin_deliveries_id_idx\` ON \`payload_locked_documents_rels\` (\`bulletin_deliveries_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_subscriptions_id_idx\` ON \`payload_locked_documents_rels\` (\`subscriptions_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_consent_events_id_idx\` ON \`payload_locked_documents_rels\` (\`consent_events_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_suppressions_id_idx\` ON \`payload_locked_documents_rels\` (\`suppressions_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_bulletin_bodies_id_idx\` ON \`payload_locked_documents_rels\` (\`bulletin_bodies_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_bulletin_receipts_id_idx\` ON \`payload_locked_documents_rels\` (\`bulletin_receipts_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_mailer_state_id_idx\` ON \`payload_locked_documents_rels\` (\`mailer_state_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_member_sessions_id_idx\` ON \`payload_locked_documents_rels\` (\`member_sessions_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_sign_in_codes_id_idx\` ON \`payload_locked_documents_rels\` (\`sign_in_codes_id\`);`)
  await db.run(sql`CREATE TABLE \`payload_preferences\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`key\` text,
  	\`value\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_preferences_key_idx\` ON \`payload_preferences\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_updated_at_idx\` ON \`payload_preferences\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_created_at_idx\` ON \`payload_preferences\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`payload_preferences_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`members_id\` text(36),
  	\`staff_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`payload_preferences\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`members_id\`) REFERENCES \`members\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`staff_id\`) REFERENCES \`staff\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_preferences_rels_order_idx\` ON \`payload_preferences_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_rels_parent_idx\` ON \`payload_preferences_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_rels_path_idx\` ON \`payload_preferences_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_rels_members_id_idx\` ON \`payload_preferences_rels\` (\`members_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_rels_staff_id_idx\` ON \`payload_preferences_rels\` (\`staff_id\`);`)
  await db.run(sql`CREATE TABLE \`payload_migrations\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text,
  	\`batch\` numeric,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_migrations_updated_at_idx\` ON \`payload_migrations\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`payload_migrations_created_at_idx\` ON \`payload_migrations\` (\`created_at\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`briefings_key_points\`;`)
  await db.run(sql`DROP TABLE \`briefings_changes\`;`)
  await db.run(sql`DROP TABLE \`briefings_nations\`;`)
  await db.run(sql`DROP TABLE \`briefings\`;`)
  await db.run(sql`DROP TABLE \`briefings_rels\`;`)
  await db.run(sql`DROP TABLE \`_briefings_v_version_key_points\`;`)
  await db.run(sql`DROP TABLE \`_briefings_v_version_changes\`;`)
  await db.run(sql`DROP TABLE \`_briefings_v_version_nations\`;`)
  await db.run(sql`DROP TABLE \`_briefings_v\`;`)
  await db.run(sql`DROP TABLE \`_briefings_v_rels\`;`)
  await db.run(sql`DROP TABLE \`articles\`;`)
  await db.run(sql`DROP TABLE \`articles_rels\`;`)
  await db.run(sql`DROP TABLE \`_articles_v\`;`)
  await db.run(sql`DROP TABLE \`_articles_v_rels\`;`)
  await db.run(sql`DROP TABLE \`topics\`;`)
  await db.run(sql`DROP TABLE \`topics_texts\`;`)
  await db.run(sql`DROP TABLE \`series\`;`)
  await db.run(sql`DROP TABLE \`sources\`;`)
  await db.run(sql`DROP TABLE \`sources_texts\`;`)
  await db.run(sql`DROP TABLE \`media\`;`)
  await db.run(sql`DROP TABLE \`attachments\`;`)
  await db.run(sql`DROP TABLE \`enquiries\`;`)
  await db.run(sql`DROP TABLE \`members\`;`)
  await db.run(sql`DROP TABLE \`organisations\`;`)
  await db.run(sql`DROP TABLE \`organisations_texts\`;`)
  await db.run(sql`DROP TABLE \`staff_sessions\`;`)
  await db.run(sql`DROP TABLE \`staff\`;`)
  await db.run(sql`DROP TABLE \`bulletin_issues\`;`)
  await db.run(sql`DROP TABLE \`bulletin_items\`;`)
  await db.run(sql`DROP TABLE \`bulletin_deliveries\`;`)
  await db.run(sql`DROP TABLE \`subscriptions\`;`)
  await db.run(sql`DROP TABLE \`subscriptions_rels\`;`)
  await db.run(sql`DROP TABLE \`consent_events\`;`)
  await db.run(sql`DROP TABLE \`suppressions\`;`)
  await db.run(sql`DROP TABLE \`bulletin_bodies\`;`)
  await db.run(sql`DROP TABLE \`bulletin_receipts\`;`)
  await db.run(sql`DROP TABLE \`mailer_state\`;`)
  await db.run(sql`DROP TABLE \`member_sessions\`;`)
  await db.run(sql`DROP TABLE \`sign_in_codes\`;`)
  await db.run(sql`DROP TABLE \`payload_kv\`;`)
  await db.run(sql`DROP TABLE \`payload_locked_documents\`;`)
  await db.run(sql`DROP TABLE \`payload_locked_documents_rels\`;`)
  await db.run(sql`DROP TABLE \`payload_preferences\`;`)
  await db.run(sql`DROP TABLE \`payload_preferences_rels\`;`)
  await db.run(sql`DROP TABLE \`payload_migrations\`;`)
}
