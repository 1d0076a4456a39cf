import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`briefings_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`briefings\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`briefings_texts_order_parent\` ON \`briefings_texts\` (\`order\`,\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`briefings_texts_text_idx\` ON \`briefings_texts\` (\`text\`);`)
  await db.run(sql`CREATE TABLE \`_briefings_v_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_briefings_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_briefings_v_texts_order_parent\` ON \`_briefings_v_texts\` (\`order\`,\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`evidence_tasks\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`title\` text NOT NULL,
  	\`source_id\` text(36),
  	\`problem\` text NOT NULL,
  	\`said\` text,
  	\`opened_at\` text NOT NULL,
  	\`closed_at\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`source_id\`) REFERENCES \`sources\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`evidence_tasks_key_idx\` ON \`evidence_tasks\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`evidence_tasks_source_idx\` ON \`evidence_tasks\` (\`source_id\`);`)
  await db.run(sql`CREATE INDEX \`evidence_tasks_closed_at_idx\` ON \`evidence_tasks\` (\`closed_at\`);`)
  await db.run(sql`CREATE INDEX \`evidence_tasks_updated_at_idx\` ON \`evidence_tasks\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`evidence_tasks_created_at_idx\` ON \`evidence_tasks\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`evidence_tasks_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`briefings_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`evidence_tasks\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`briefings_id\`) REFERENCES \`briefings\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`evidence_tasks_rels_order_idx\` ON \`evidence_tasks_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`evidence_tasks_rels_parent_idx\` ON \`evidence_tasks_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`evidence_tasks_rels_path_idx\` ON \`evidence_tasks_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`evidence_tasks_rels_briefings_id_idx\` ON \`evidence_tasks_rels\` (\`briefings_id\`);`)
  await db.run(sql`CREATE TABLE \`evidence_looks\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`url\` text NOT NULL,
  	\`standing\` text NOT NULL,
  	\`said\` text,
  	\`moved_to\` text,
  	\`good_at\` text,
  	\`gone_since\` text,
  	\`looked_at\` text,
  	\`next_at\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`evidence_looks_key_idx\` ON \`evidence_looks\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`evidence_looks_next_at_idx\` ON \`evidence_looks\` (\`next_at\`);`)
  await db.run(sql`CREATE INDEX \`evidence_looks_updated_at_idx\` ON \`evidence_looks\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`evidence_looks_created_at_idx\` ON \`evidence_looks\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`review_comments\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`briefing_id\` text NOT NULL,
  	\`version_id\` text,
  	\`place\` text,
  	\`quote\` text,
  	\`text\` text NOT NULL,
  	\`answer_to\` text,
  	\`by\` text,
  	\`by_name\` text NOT NULL,
  	\`link_id\` text,
  	\`at\` text NOT NULL,
  	\`state\` text DEFAULT 'open' NOT NULL,
  	\`resolved_by_name\` text,
  	\`resolved_at\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`review_comments_briefing_id_idx\` ON \`review_comments\` (\`briefing_id\`);`)
  await db.run(sql`CREATE INDEX \`review_comments_answer_to_idx\` ON \`review_comments\` (\`answer_to\`);`)
  await db.run(sql`CREATE INDEX \`review_comments_link_id_idx\` ON \`review_comments\` (\`link_id\`);`)
  await db.run(sql`CREATE INDEX \`review_comments_state_idx\` ON \`review_comments\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`review_comments_updated_at_idx\` ON \`review_comments\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`review_comments_created_at_idx\` ON \`review_comments\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`review_links\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`briefing_id\` text NOT NULL,
  	\`version_id\` text NOT NULL,
  	\`name\` text NOT NULL,
  	\`by\` text NOT NULL,
  	\`by_name\` text NOT NULL,
  	\`at\` text NOT NULL,
  	\`expires_at\` text NOT NULL,
  	\`ended_at\` text,
  	\`ended_by_name\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`review_links_briefing_id_idx\` ON \`review_links\` (\`briefing_id\`);`)
  await db.run(sql`CREATE INDEX \`review_links_updated_at_idx\` ON \`review_links\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`review_links_created_at_idx\` ON \`review_links\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`colleague_passes\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`briefing_id\` text NOT NULL,
  	\`sender_id\` text(36) NOT NULL,
  	\`address_hash\` text NOT NULL,
  	\`domain\` text NOT NULL,
  	\`used_at\` text,
  	\`ends_at\` text NOT NULL,
  	\`token_hash\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`sender_id\`) REFERENCES \`members\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`colleague_passes_key_idx\` ON \`colleague_passes\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`colleague_passes_briefing_id_idx\` ON \`colleague_passes\` (\`briefing_id\`);`)
  await db.run(sql`CREATE INDEX \`colleague_passes_sender_idx\` ON \`colleague_passes\` (\`sender_id\`);`)
  await db.run(sql`CREATE INDEX \`colleague_passes_address_hash_idx\` ON \`colleague_passes\` (\`address_hash\`);`)
  await db.run(sql`CREATE INDEX \`colleague_passes_ends_at_idx\` ON \`colleague_passes\` (\`ends_at\`);`)
  await db.run(sql`CREATE INDEX \`colleague_passes_token_hash_idx\` ON \`colleague_passes\` (\`token_hash\`);`)
  await db.run(sql`CREATE INDEX \`colleague_passes_updated_at_idx\` ON \`colleague_passes\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`colleague_passes_created_at_idx\` ON \`colleague_passes\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`audit_events\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`at\` text NOT NULL,
  	\`act\` text NOT NULL,
  	\`by_kind\` text NOT NULL,
  	\`by_name\` text,
  	\`by_id\` text,
  	\`on_kind\` text,
  	\`on_name\` text,
  	\`on_id\` text,
  	\`details\` text,
  	\`from_hash\` text
  );
  `)
  await db.run(sql`CREATE INDEX \`audit_events_at_idx\` ON \`audit_events\` (\`at\`);`)
  await db.run(sql`CREATE INDEX \`audit_events_act_idx\` ON \`audit_events\` (\`act\`);`)
  await db.run(sql`CREATE INDEX \`audit_events_by_id_idx\` ON \`audit_events\` (\`by_id\`);`)
  await db.run(sql`CREATE INDEX \`audit_events_on_id_idx\` ON \`audit_events\` (\`on_id\`);`)
  await db.run(sql`CREATE INDEX \`audit_events_from_hash_idx\` ON \`audit_events\` (\`from_hash\`);`)
  await db.run(sql`ALTER TABLE \`sources\` ADD \`replaced_by_id\` text(36) REFERENCES sources(id) ON UPDATE no action ON DELETE set null;`)
  await db.run(sql`CREATE INDEX \`sources_replaced_by_idx\` ON \`sources\` (\`replaced_by_id\`);`)
  await db.run(sql`ALTER TABLE \`enquiries\` ADD \`organisation_id\` text(36) REFERENCES organisations(id) ON UPDATE no action ON DELETE set null;`)
  await db.run(sql`CREATE INDEX \`enquiries_organisation_idx\` ON \`enquiries\` (\`organisation_id\`);`)
  await db.run(sql`ALTER TABLE \`organisations\` ADD \`from_enquiry\` text;`)
  await db.run(sql`CREATE UNIQUE INDEX \`organisations_from_enquiry_idx\` ON \`organisations\` (\`from_enquiry\`);`)
  await db.run(sql`ALTER TABLE \`staff\` ADD \`has_left\` integer DEFAULT false;`)
  await db.run(sql`ALTER TABLE \`staff\` DROP COLUMN \`login_attempts\`;`)
  await db.run(sql`ALTER TABLE \`staff\` DROP COLUMN \`lock_until\`;`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`evidence_tasks_id\` text(36) REFERENCES evidence_tasks(id) ON UPDATE no action ON DELETE cascade;`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`evidence_looks_id\` text(36) REFERENCES evidence_looks(id) ON UPDATE no action ON DELETE cascade;`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`review_comments_id\` text(36) REFERENCES review_comments(id) ON UPDATE no action ON DELETE cascade;`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`review_links_id\` text(36) REFERENCES review_links(id) ON UPDATE no action ON DELETE cascade;`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`colleague_passes_id\` text(36) REFERENCES colleague_passes(id) ON UPDATE no action ON DELETE cascade;`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`audit_events_id\` text(36) REFERENCES audit_events(id) ON UPDATE no action ON DELETE cascade;`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_evidence_tasks_id_idx\` ON \`payload_locked_documents_rels\` (\`evidence_tasks_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_evidence_looks_id_idx\` ON \`payload_locked_documents_rels\` (\`evidence_looks_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_review_comments_id_idx\` ON \`payload_locked_documents_rels\` (\`review_comments_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_review_links_id_idx\` ON \`payload_locked_documents_rels\` (\`review_links_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_colleague_passes_id_idx\` ON \`payload_locked_documents_rels\` (\`colleague_passes_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_audit_events_id_idx\` ON \`payload_locked_documents_rels\` (\`audit_events_id\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`briefings_texts\`;`)
  await db.run(sql`DROP TABLE \`_briefings_v_texts\`;`)
  await db.run(sql`DROP TABLE \`evidence_tasks\`;`)
  await db.run(sql`DROP TABLE \`evidence_tasks_rels\`;`)
  await db.run(sql`DROP TABLE \`evidence_looks\`;`)
  await db.run(sql`DROP TABLE \`review_comments\`;`)
  await db.run(sql`DROP TABLE \`review_links\`;`)
  await db.run(sql`DROP TABLE \`colleague_passes\`;`)
  await db.run(sql`DROP TABLE \`audit_events\`;`)
  await db.run(sql`PRAGMA foreign_keys=OFF;`)
  await db.run(sql`CREATE TABLE \`__new_sources\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`title\` text NOT NULL,
  	\`publisher\` text,
  	\`year\` numeric,
  	\`type\` text DEFAULT 'research' NOT NULL,
  	\`url\` text,
  	\`doi\` text,
  	\`archived_url\` text,
  	\`geography\` text,
  	\`standing\` text DEFAULT 'current',
  	\`note\` text,
  	\`accessed\` text,
  	\`key\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`INSERT INTO \`__new_sources\`("id", "title", "publisher", "year", "type", "url", "doi", "archived_url", "geography", "standing", "note", "accessed", "key", "updated_at", "created_at") SELECT "id", "title", "publisher", "year", "type", "url", "doi", "archived_url", "geography", "standing", "note", "accessed", "key", "updated_at", "created_at" FROM \`sources\`;`)
  await db.run(sql`DROP TABLE \`sources\`;`)
  await db.run(sql`ALTER TABLE \`__new_sources\` RENAME TO \`sources\`;`)
  await db.run(sql`PRAGMA foreign_keys=ON;`)
  await db.run(sql`CREATE INDEX \`sources_url_idx\` ON \`sources\` (\`url\`);`)
  await db.run(sql`CREATE INDEX \`sources_doi_idx\` ON \`sources\` (\`doi\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`sources_key_idx\` ON \`sources\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`sources_updated_at_idx\` ON \`sources\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`sources_created_at_idx\` ON \`sources\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`__new_enquiries\` (
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
  await db.run(sql`INSERT INTO \`__new_enquiries\`("id", "state", "kind", "name", "email", "organisation_name", "message", "page", "mailed_at", "notes", "updated_at", "created_at") SELECT "id", "state", "kind", "name", "email", "organisation_name", "message", "page", "mailed_at", "notes", "updated_at", "created_at" FROM \`enquiries\`;`)
  await db.run(sql`DROP TABLE \`enquiries\`;`)
  await db.run(sql`ALTER TABLE \`__new_enquiries\` RENAME TO \`enquiries\`;`)
  await db.run(sql`CREATE INDEX \`enquiries_updated_at_idx\` ON \`enquiries\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`enquiries_created_at_idx\` ON \`enquiries\` (\`created_at\`);`)
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
  	\`emergency_publications_id\` text(36),
  	\`media_id\` text(36),
  	\`attachments_id\` text(36),
  	\`enquiries_id\` text(36),
  	\`members_id\` text(36),
  	\`organisations_id\` text(36),
  	\`join_requests_id\` text(36),
  	\`account_mails_id\` text(36),
  	\`staff_id\` text(36),
  	\`search_synonyms_id\` text(36),
  	\`best_bets_id\` text(36),
  	\`hidden_suggestions_id\` text(36),
  	\`search_log_id\` text(36),
  	\`bulletin_issues_id\` text(36),
  	\`bulletin_items_id\` text(36),
  	\`bulletin_deliveries_id\` text(36),
  	\`subscriptions_id\` text(36),
  	\`consent_events_id\` text(36),
  	\`suppressions_id\` text(36),
  	\`inbound_mail_id\` text(36),
  	\`bulletin_letters_id\` text(36),
  	\`bulletin_bodies_id\` text(36),
  	\`bulletin_receipts_id\` text(36),
  	\`mailer_state_id\` text(36),
  	\`member_sessions_id\` text(36),
  	\`sign_in_codes_id\` text(36),
  	\`attempts_id\` text(36),
  	\`address_changes_id\` text(36),
  	\`saved_searches_id\` text(36),
  	\`reading_list_id\` text(36),
  	\`reading_history_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`payload_locked_documents\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`briefings_id\`) REFERENCES \`briefings\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`articles_id\`) REFERENCES \`articles\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`topics_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`series_id\`) REFERENCES \`series\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`sources_id\`) REFERENCES \`sources\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`emergency_publications_id\`) REFERENCES \`emergency_publications\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`media_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`attachments_id\`) REFERENCES \`attachments\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`enquiries_id\`) REFERENCES \`enquiries\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`members_id\`) REFERENCES \`members\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`organisations_id\`) REFERENCES \`organisations\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`join_requests_id\`) REFERENCES \`join_requests\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`account_mails_id\`) REFERENCES \`account_mails\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`staff_id\`) REFERENCES \`staff\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`search_synonyms_id\`) REFERENCES \`search_synonyms\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`best_bets_id\`) REFERENCES \`best_bets\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`hidden_suggestions_id\`) REFERENCES \`hidden_suggestions\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`search_log_id\`) REFERENCES \`search_log\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`bulletin_issues_id\`) REFERENCES \`bulletin_issues\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`bulletin_items_id\`) REFERENCES \`bulletin_items\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`bulletin_deliveries_id\`) REFERENCES \`bulletin_deliveries\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`subscriptions_id\`) REFERENCES \`subscriptions\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`consent_events_id\`) REFERENCES \`consent_events\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`suppressions_id\`) REFERENCES \`suppressions\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`inbound_mail_id\`) REFERENCES \`inbound_mail\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`bulletin_letters_id\`) REFERENCES \`bulletin_letters\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`bulletin_bodies_id\`) REFERENCES \`bulletin_bodies\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`bulletin_receipts_id\`) REFERENCES \`bulletin_receipts\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`mailer_state_id\`) REFERENCES \`mailer_state\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`member_sessions_id\`) REFERENCES \`member_sessions\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`sign_in_codes_id\`) REFERENCES \`sign_in_codes\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`attempts_id\`) REFERENCES \`attempts\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`address_changes_id\`) REFERENCES \`address_changes\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`saved_searches_id\`) REFERENCES \`saved_searches\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`reading_list_id\`) REFERENCES \`reading_list\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`reading_history_id\`) REFERENCES \`reading_history\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`INSERT INTO \`__new_payload_locked_documents_rels\`("id", "order", "parent_id", "path", "briefings_id", "articles_id", "topics_id", "series_id", "sources_id", "emergency_publications_id", "media_id", "attachments_id", "enquiries_id", "members_id", "organisations_id", "join_requests_id", "account_mails_id", "staff_id", "search_synonyms_id", "best_bets_id", "hidden_suggestions_id", "search_log_id", "bulletin_issues_id", "bulletin_items_id", "bulletin_deliveries_id", "subscriptions_id", "consent_events_id", "suppressions_id", "inbound_mail_id", "bulletin_letters_id", "bulletin_bodies_id", "bulletin_receipts_id", "mailer_state_id", "member_sessions_id", "sign_in_codes_id", "attempts_id", "address_changes_id", "saved_searches_id", "reading_list_id", "reading_history_id") SELECT "id", "order", "parent_id", "path", "briefings_id", "articles_id", "topics_id", "series_id", "sources_id", "emergency_publications_id", "media_id", "attachments_id", "enquiries_id", "members_id", "organisations_id", "join_requests_id", "account_mails_id", "staff_id", "search_synonyms_id", "best_bets_id", "hidden_suggestions_id", "search_log_id", "bulletin_issues_id", "bulletin_items_id", "bulletin_deliveries_id", "subscriptions_id", "consent_events_id", "suppressions_id", "inbound_mail_id", "bulletin_letters_id", "bulletin_bodies_id", "bulletin_receipts_id", "mailer_state_id", "member_sessions_id", "sign_in_codes_id", "attempts_id", "address_changes_id", "saved_searches_id", "reading_list_id", "reading_history_id" FROM \`payload_locked_documents_rels\`;`)
  await db.run(sql`DROP TABLE \`payload_locked_documents_rels\`;`)
  await db.run(sql`ALTER TABLE \`__new_payload_locked_documents_rels\` RENAME TO \`payload_locked_documents_rels\`;`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_order_idx\` ON \`payload_locked_documents_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_parent_idx\` ON \`payload_locked_documents_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_path_idx\` ON \`payload_locked_documents_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_briefings_id_idx\` ON \`payload_locked_documents_rels\` (\`briefings_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_articles_id_idx\` ON \`payload_locked_documents_rels\` (\`articles_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_topics_id_idx\` ON \`payload_locked_documents_rels\` (\`topics_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_series_id_idx\` ON \`payload_locked_documents_rels\` (\`series_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_sources_id_idx\` ON \`payload_locked_documents_rels\` (\`sources_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_emergency_publications_id_idx\` ON \`payload_locked_documents_rels\` (\`emergency_publications_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_media_id_idx\` ON \`payload_locked_documents_rels\` (\`media_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_attachments_id_idx\` ON \`payload_locked_documents_rels\` (\`attachments_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_enquiries_id_idx\` ON \`payload_locked_documents_rels\` (\`enquiries_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_members_id_idx\` ON \`payload_locked_documents_rels\` (\`members_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_organisations_id_idx\` ON \`payload_locked_documents_rels\` (\`organisations_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_join_requests_id_idx\` ON \`payload_locked_documents_rels\` (\`join_requests_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_account_mails_id_idx\` ON \`payload_locked_documents_rels\` (\`account_mails_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_staff_id_idx\` ON \`payload_locked_documents_rels\` (\`staff_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_search_synonyms_id_idx\` ON \`payload_locked_documents_rels\` (\`search_synonyms_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_best_bets_id_idx\` ON \`payload_locked_documents_rels\` (\`best_bets_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_hidden_suggestions_id_idx\` ON \`payload_locked_documents_rels\` (\`hidden_suggestions_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_search_log_id_idx\` ON \`payload_locked_documents_rels\` (\`search_log_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_bulletin_issues_id_idx\` ON \`payload_locked_documents_rels\` (\`bulletin_issues_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_bulletin_items_id_idx\` ON \`payload_locked_documents_rels\` (\`bulletin_items_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_bulletin_deliveries_id_idx\` ON \`payload_locked_documents_rels\` (\`bulletin_deliveries_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_subscriptions_id_idx\` ON \`payload_locked_documents_rels\` (\`subscriptions_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_consent_events_id_idx\` ON \`payload_locked_documents_rels\` (\`consent_events_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_suppressions_id_idx\` ON \`payload_locked_documents_rels\` (\`suppressions_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_inbound_mail_id_idx\` ON \`payload_locked_documents_rels\` (\`inbound_mail_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_bulletin_letters_id_idx\` ON \`payload_locked_documents_rels\` (\`bulletin_letters_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_bulletin_bodies_id_idx\` ON \`payload_locked_documents_rels\` (\`bulletin_bodies_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_bulletin_receipts_id_idx\` ON \`payload_locked_documents_rels\` (\`bulletin_receipts_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_mailer_state_id_idx\` ON \`payload_locked_documents_rels\` (\`mailer_state_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_member_sessions_id_idx\` ON \`payload_locked_documents_rels\` (\`member_sessions_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_sign_in_codes_id_idx\` ON \`payload_locked_documents_rels\` (\`sign_in_codes_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_attempts_id_idx\` ON \`payload_locked_documents_rels\` (\`attempts_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_address_changes_id_idx\` ON \`payload_locked_documents_rels\` (\`address_changes_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_saved_searches_id_idx\` ON \`payload_locked_documents_rels\` (\`saved_searches_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_reading_list_id_idx\` ON \`payload_locked_documents_rels\` (\`reading_list_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_reading_history_id_idx\` ON \`payload_locked_documents_rels\` (\`reading_history_id\`);`)
  await db.run(sql`DROP INDEX \`organisations_from_enquiry_idx\`;`)
  await db.run(sql`ALTER TABLE \`organisations\` DROP COLUMN \`from_enquiry\`;`)
  await db.run(sql`ALTER TABLE \`staff\` ADD \`login_attempts\` numeric DEFAULT 0;`)
  await db.run(sql`ALTER TABLE \`staff\` ADD \`lock_until\` text;`)
  await db.run(sql`ALTER TABLE \`staff\` DROP COLUMN \`has_left\`;`)
}
