import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`search_synonyms\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`label\` text,
  	\`direction\` text DEFAULT 'mutual' NOT NULL,
  	\`note\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`search_synonyms_updated_at_idx\` ON \`search_synonyms\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`search_synonyms_created_at_idx\` ON \`search_synonyms\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`search_synonyms_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`search_synonyms\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`search_synonyms_texts_order_parent\` ON \`search_synonyms_texts\` (\`order\`,\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`best_bets\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`query\` text NOT NULL,
  	\`from\` text,
  	\`until\` text,
  	\`note\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`best_bets_query_idx\` ON \`best_bets\` (\`query\`);`)
  await db.run(sql`CREATE INDEX \`best_bets_updated_at_idx\` ON \`best_bets\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`best_bets_created_at_idx\` ON \`best_bets\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`best_bets_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`briefings_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`best_bets\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`briefings_id\`) REFERENCES \`briefings\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`best_bets_rels_order_idx\` ON \`best_bets_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`best_bets_rels_parent_idx\` ON \`best_bets_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`best_bets_rels_path_idx\` ON \`best_bets_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`best_bets_rels_briefings_id_idx\` ON \`best_bets_rels\` (\`briefings_id\`);`)
  await db.run(sql`CREATE TABLE \`hidden_suggestions\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`word\` text NOT NULL,
  	\`note\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`hidden_suggestions_word_idx\` ON \`hidden_suggestions\` (\`word\`);`)
  await db.run(sql`CREATE INDEX \`hidden_suggestions_updated_at_idx\` ON \`hidden_suggestions\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`hidden_suggestions_created_at_idx\` ON \`hidden_suggestions\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`search_log\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`text\` text,
  	\`filters\` text,
  	\`total\` numeric NOT NULL,
  	\`viewer_class\` text NOT NULL,
  	\`organisation_id\` text,
  	\`searched_at\` text NOT NULL,
  	\`clicked_rank\` numeric,
  	\`clicked_briefing_id\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`search_log_key_idx\` ON \`search_log\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`search_log_text_idx\` ON \`search_log\` (\`text\`);`)
  await db.run(sql`CREATE INDEX \`search_log_total_idx\` ON \`search_log\` (\`total\`);`)
  await db.run(sql`CREATE INDEX \`search_log_searched_at_idx\` ON \`search_log\` (\`searched_at\`);`)
  await db.run(sql`CREATE INDEX \`search_log_updated_at_idx\` ON \`search_log\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`search_log_created_at_idx\` ON \`search_log\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`saved_searches\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`member_id\` text NOT NULL,
  	\`name\` text NOT NULL,
  	\`parameters\` text NOT NULL,
  	\`state\` text DEFAULT 'active' NOT NULL,
  	\`since\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`saved_searches_member_id_idx\` ON \`saved_searches\` (\`member_id\`);`)
  await db.run(sql`CREATE INDEX \`saved_searches_updated_at_idx\` ON \`saved_searches\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`saved_searches_created_at_idx\` ON \`saved_searches\` (\`created_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`memberId_parameters_idx\` ON \`saved_searches\` (\`member_id\`,\`parameters\`);`)
  await db.run(sql`CREATE TABLE \`reading_list\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`member_id\` text NOT NULL,
  	\`briefing_id\` text NOT NULL,
  	\`added_at\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`reading_list_member_id_idx\` ON \`reading_list\` (\`member_id\`);`)
  await db.run(sql`CREATE INDEX \`reading_list_updated_at_idx\` ON \`reading_list\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`reading_list_created_at_idx\` ON \`reading_list\` (\`created_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`memberId_briefingId_idx\` ON \`reading_list\` (\`member_id\`,\`briefing_id\`);`)
  await db.run(sql`CREATE TABLE \`reading_history\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`member_id\` text NOT NULL,
  	\`briefing_id\` text NOT NULL,
  	\`read_at\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`reading_history_member_id_idx\` ON \`reading_history\` (\`member_id\`);`)
  await db.run(sql`CREATE INDEX \`reading_history_read_at_idx\` ON \`reading_history\` (\`read_at\`);`)
  await db.run(sql`CREATE INDEX \`reading_history_updated_at_idx\` ON \`reading_history\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`reading_history_created_at_idx\` ON \`reading_history\` (\`created_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`memberId_briefingId_1_idx\` ON \`reading_history\` (\`member_id\`,\`briefing_id\`);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`search_synonyms_id\` text(36) REFERENCES search_synonyms(id);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`best_bets_id\` text(36) REFERENCES best_bets(id);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`hidden_suggestions_id\` text(36) REFERENCES hidden_suggestions(id);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`search_log_id\` text(36) REFERENCES search_log(id);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`saved_searches_id\` text(36) REFERENCES saved_searches(id);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`reading_list_id\` text(36) REFERENCES reading_list(id);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`reading_history_id\` text(36) REFERENCES reading_history(id);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_search_synonyms_id_idx\` ON \`payload_locked_documents_rels\` (\`search_synonyms_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_best_bets_id_idx\` ON \`payload_locked_documents_rels\` (\`best_bets_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_hidden_suggestions_id_idx\` ON \`payload_locked_documents_rels\` (\`hidden_suggestions_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_search_log_id_idx\` ON \`payload_locked_documents_rels\` (\`search_log_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_saved_searches_id_idx\` ON \`payload_locked_documents_rels\` (\`saved_searches_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_reading_list_id_idx\` ON \`payload_locked_documents_rels\` (\`reading_list_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_reading_history_id_idx\` ON \`payload_locked_documents_rels\` (\`reading_history_id\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`search_synonyms\`;`)
  await db.run(sql`DROP TABLE \`search_synonyms_texts\`;`)
  await db.run(sql`DROP TABLE \`best_bets\`;`)
  await db.run(sql`DROP TABLE \`best_bets_rels\`;`)
  await db.run(sql`DROP TABLE \`hidden_suggestions\`;`)
  await db.run(sql`DROP TABLE \`search_log\`;`)
  await db.run(sql`DROP TABLE \`saved_searches\`;`)
  await db.run(sql`DROP TABLE \`reading_list\`;`)
  await db.run(sql`DROP TABLE \`reading_history\`;`)
  await db.run(sql`PRAGMA foreign_keys=OFF;`)
  await db.run(sql`CREATE TABLE \`__new_payload_locked_documents_rels\` (
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
  await db.run(sql`INSERT INTO \`__new_payload_locked_documents_rels\`("id", "order", "parent_id", "path", "briefings_id", "articles_id", "topics_id", "series_id", "sources_id", "media_id", "attachments_id", "enquiries_id", "members_id", "organisations_id", "staff_id", "bulletin_issues_id", "bulletin_items_id", "bulletin_deliveries_id", "subscriptions_id", "consent_events_id", "suppressions_id", "bulletin_bodies_id", "bulletin_receipts_id", "mailer_state_id", "member_sessions_id", "sign_in_codes_id") SELECT "id", "order", "parent_id", "path", "briefings_id", "articles_id", "topics_id", "series_id", "sources_id", "media_id", "attachments_id", "enquiries_id", "members_id", "organisations_id", "staff_id", "bulletin_issues_id", "bulletin_items_id", "bulletin_deliveries_id", "subscriptions_id", "consent_events_id", "suppressions_id", "bulletin_bodies_id", "bulletin_receipts_id", "mailer_state_id", "member_sessions_id", "sign_in_codes_id" FROM \`payload_locked_documents_rels\`;`)
  await db.run(sql`DROP TABLE \`payload_locked_documents_rels\`;`)
  await db.run(sql`ALTER TABLE \`__new_payload_locked_documents_rels\` RENAME TO \`payload_locked_documents_rels\`;`)
  await db.run(sql`PRAGMA foreign_keys=ON;`)
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
}
