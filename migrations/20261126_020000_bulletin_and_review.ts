import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`emergency_publications\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`briefing_id\` text NOT NULL,
  	\`title\` text NOT NULL,
  	\`by\` text NOT NULL,
  	\`by_name\` text NOT NULL,
  	\`at\` text NOT NULL,
  	\`reason\` text NOT NULL,
  	\`approved_by\` text,
  	\`approved_by_name\` text,
  	\`approved_at\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`emergency_publications_briefing_id_idx\` ON \`emergency_publications\` (\`briefing_id\`);`)
  await db.run(sql`CREATE INDEX \`emergency_publications_approved_by_idx\` ON \`emergency_publications\` (\`approved_by\`);`)
  await db.run(sql`CREATE INDEX \`emergency_publications_updated_at_idx\` ON \`emergency_publications\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`emergency_publications_created_at_idx\` ON \`emergency_publications\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`join_requests\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`email\` text NOT NULL,
  	\`name\` text NOT NULL,
  	\`organisation_id\` text(36),
  	\`state\` text NOT NULL,
  	\`expires_at\` text NOT NULL,
  	\`confirmed_at\` text,
  	\`told_to_wait_at\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`organisation_id\`) REFERENCES \`organisations\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`join_requests_email_idx\` ON \`join_requests\` (\`email\`);`)
  await db.run(sql`CREATE INDEX \`join_requests_organisation_idx\` ON \`join_requests\` (\`organisation_id\`);`)
  await db.run(sql`CREATE INDEX \`join_requests_state_idx\` ON \`join_requests\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`join_requests_expires_at_idx\` ON \`join_requests\` (\`expires_at\`);`)
  await db.run(sql`CREATE INDEX \`join_requests_updated_at_idx\` ON \`join_requests\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`join_requests_created_at_idx\` ON \`join_requests\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`account_mails\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`kind\` text NOT NULL,
  	\`subject_id\` text NOT NULL,
  	\`address\` text NOT NULL,
  	\`state\` text NOT NULL,
  	\`owed_at\` text NOT NULL,
  	\`next_attempt_at\` text NOT NULL,
  	\`sending_at\` text,
  	\`done_at\` text,
  	\`reason\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`account_mails_key_idx\` ON \`account_mails\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`account_mails_subject_id_idx\` ON \`account_mails\` (\`subject_id\`);`)
  await db.run(sql`CREATE INDEX \`account_mails_address_idx\` ON \`account_mails\` (\`address\`);`)
  await db.run(sql`CREATE INDEX \`account_mails_state_idx\` ON \`account_mails\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`account_mails_next_attempt_at_idx\` ON \`account_mails\` (\`next_attempt_at\`);`)
  await db.run(sql`CREATE INDEX \`account_mails_updated_at_idx\` ON \`account_mails\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`account_mails_created_at_idx\` ON \`account_mails\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`inbound_mail\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`fingerprint\` text NOT NULL,
  	\`kind\` text NOT NULL,
  	\`delivery_key\` text,
  	\`member_id\` text,
  	\`enhanced_code\` text,
  	\`diagnostic\` text,
  	\`at\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`inbound_mail_fingerprint_idx\` ON \`inbound_mail\` (\`fingerprint\`);`)
  await db.run(sql`CREATE INDEX \`inbound_mail_kind_idx\` ON \`inbound_mail\` (\`kind\`);`)
  await db.run(sql`CREATE INDEX \`inbound_mail_delivery_key_idx\` ON \`inbound_mail\` (\`delivery_key\`);`)
  await db.run(sql`CREATE INDEX \`inbound_mail_member_id_idx\` ON \`inbound_mail\` (\`member_id\`);`)
  await db.run(sql`CREATE INDEX \`inbound_mail_updated_at_idx\` ON \`inbound_mail\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`inbound_mail_created_at_idx\` ON \`inbound_mail\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`bulletin_letters\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`kind\` text NOT NULL,
  	\`member_id\` text NOT NULL,
  	\`state\` text NOT NULL,
  	\`reason\` text,
  	\`attempts\` numeric DEFAULT 0 NOT NULL,
  	\`next_attempt_at\` text,
  	\`sending_at\` text,
  	\`done_at\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`bulletin_letters_key_idx\` ON \`bulletin_letters\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`bulletin_letters_member_id_idx\` ON \`bulletin_letters\` (\`member_id\`);`)
  await db.run(sql`CREATE INDEX \`bulletin_letters_state_idx\` ON \`bulletin_letters\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`bulletin_letters_updated_at_idx\` ON \`bulletin_letters\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`bulletin_letters_created_at_idx\` ON \`bulletin_letters\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`attempts\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`key_hash\` text NOT NULL,
  	\`count\` numeric NOT NULL,
  	\`expires_at\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`attempts_key_hash_idx\` ON \`attempts\` (\`key_hash\`);`)
  await db.run(sql`CREATE INDEX \`attempts_expires_at_idx\` ON \`attempts\` (\`expires_at\`);`)
  await db.run(sql`CREATE INDEX \`attempts_updated_at_idx\` ON \`attempts\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`attempts_created_at_idx\` ON \`attempts\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`address_changes\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`member_id\` text(36) NOT NULL,
  	\`old_email\` text NOT NULL,
  	\`new_email\` text NOT NULL,
  	\`state\` text NOT NULL,
  	\`old_confirmed_at\` text,
  	\`new_confirmed_at\` text,
  	\`expires_at\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`member_id\`) REFERENCES \`members\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`address_changes_member_idx\` ON \`address_changes\` (\`member_id\`);`)
  await db.run(sql`CREATE INDEX \`address_changes_expires_at_idx\` ON \`address_changes\` (\`expires_at\`);`)
  await db.run(sql`CREATE INDEX \`address_changes_updated_at_idx\` ON \`address_changes\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`address_changes_created_at_idx\` ON \`address_changes\` (\`created_at\`);`)
  await db.run(sql`DROP INDEX \`issueKey_state_nextAttemptAt_idx\`;`)
  await db.run(sql`ALTER TABLE \`bulletin_deliveries\` ADD \`bounced_at\` text;`)
  await db.run(sql`ALTER TABLE \`bulletin_deliveries\` ADD \`bounce_kind\` text;`)
  await db.run(sql`ALTER TABLE \`bulletin_deliveries\` ADD \`bounce_code\` text;`)
  await db.run(sql`ALTER TABLE \`bulletin_deliveries\` ADD \`complained_at\` text;`)
  await db.run(sql`CREATE INDEX \`issueKey_state_key_idx\` ON \`bulletin_deliveries\` (\`issue_key\`,\`state\`,\`key\`);`)
  await db.run(sql`ALTER TABLE \`briefings\` ADD \`emergency_reason\` text;`)
  await db.run(sql`ALTER TABLE \`briefings\` ADD \`review_stage\` text DEFAULT 'draft';`)
  await db.run(sql`ALTER TABLE \`briefings\` ADD \`submitted_by\` text;`)
  await db.run(sql`ALTER TABLE \`briefings\` ADD \`submitted_at\` text;`)
  await db.run(sql`ALTER TABLE \`briefings\` ADD \`reviewed_by\` text;`)
  await db.run(sql`ALTER TABLE \`briefings\` ADD \`reviewed_at\` text;`)
  await db.run(sql`ALTER TABLE \`briefings\` ADD \`review_note\` text;`)
  await db.run(sql`ALTER TABLE \`briefings\` ADD \`ending\` text;`)
  await db.run(sql`ALTER TABLE \`briefings\` ADD \`ending_reason\` text;`)
  await db.run(sql`ALTER TABLE \`briefings\` ADD \`replaced_by_id\` text(36) REFERENCES briefings(id) ON UPDATE no action ON DELETE set null;`)
  await db.run(sql`CREATE INDEX \`briefings_review_stage_idx\` ON \`briefings\` (\`review_stage\`);`)
  await db.run(sql`CREATE INDEX \`briefings_submitted_by_idx\` ON \`briefings\` (\`submitted_by\`);`)
  await db.run(sql`CREATE INDEX \`briefings_ending_idx\` ON \`briefings\` (\`ending\`);`)
  await db.run(sql`CREATE INDEX \`briefings_replaced_by_idx\` ON \`briefings\` (\`replaced_by_id\`);`)
  await db.run(sql`ALTER TABLE \`_briefings_v\` ADD \`version_emergency_reason\` text;`)
  await db.run(sql`ALTER TABLE \`_briefings_v\` ADD \`version_review_stage\` text DEFAULT 'draft';`)
  await db.run(sql`ALTER TABLE \`_briefings_v\` ADD \`version_submitted_by\` text;`)
  await db.run(sql`ALTER TABLE \`_briefings_v\` ADD \`version_submitted_at\` text;`)
  await db.run(sql`ALTER TABLE \`_briefings_v\` ADD \`version_reviewed_by\` text;`)
  await db.run(sql`ALTER TABLE \`_briefings_v\` ADD \`version_reviewed_at\` text;`)
  await db.run(sql`ALTER TABLE \`_briefings_v\` ADD \`version_review_note\` text;`)
  await db.run(sql`ALTER TABLE \`_briefings_v\` ADD \`version_ending\` text;`)
  await db.run(sql`ALTER TABLE \`_briefings_v\` ADD \`version_ending_reason\` text;`)
  await db.run(sql`ALTER TABLE \`_briefings_v\` ADD \`version_replaced_by_id\` text(36) REFERENCES briefings(id) ON UPDATE no action ON DELETE set null;`)
  await db.run(sql`CREATE INDEX \`_briefings_v_version_version_review_stage_idx\` ON \`_briefings_v\` (\`version_review_stage\`);`)
  await db.run(sql`CREATE INDEX \`_briefings_v_version_version_submitted_by_idx\` ON \`_briefings_v\` (\`version_submitted_by\`);`)
  await db.run(sql`CREATE INDEX \`_briefings_v_version_version_ending_idx\` ON \`_briefings_v\` (\`version_ending\`);`)
  await db.run(sql`CREATE INDEX \`_briefings_v_version_version_replaced_by_idx\` ON \`_briefings_v\` (\`version_replaced_by_id\`);`)
  await db.run(sql`ALTER TABLE \`members\` ADD \`seat\` text;`)
  await db.run(sql`ALTER TABLE \`members\` ADD \`seated_at\` text;`)
  await db.run(sql`ALTER TABLE \`members\` ADD \`left_at\` text;`)
  await db.run(sql`ALTER TABLE \`members\` ADD \`left_because\` text;`)
  await db.run(sql`ALTER TABLE \`members\` ADD \`address_confirmed_at\` text;`)
  await db.run(sql`CREATE UNIQUE INDEX \`members_seat_idx\` ON \`members\` (\`seat\`);`)
  await db.run(sql`CREATE INDEX \`members_left_at_idx\` ON \`members\` (\`left_at\`);`)
  await db.run(sql`ALTER TABLE \`organisations\` ADD \`contact_name\` text;`)
  await db.run(sql`ALTER TABLE \`organisations\` ADD \`contact_email\` text;`)
  await db.run(sql`ALTER TABLE \`bulletin_issues\` ADD \`introduction\` text;`)
  await db.run(sql`ALTER TABLE \`bulletin_issues\` ADD \`editing\` text;`)
  await db.run(sql`ALTER TABLE \`bulletin_issues\` ADD \`edits\` numeric DEFAULT 0;`)
  await db.run(sql`ALTER TABLE \`bulletin_issues\` ADD \`articles\` text;`)
  await db.run(sql`ALTER TABLE \`bulletin_issues\` ADD \`approved_at\` text;`)
  await db.run(sql`ALTER TABLE \`bulletin_issues\` ADD \`approved_by\` text;`)
  await db.run(sql`ALTER TABLE \`bulletin_issues\` ADD \`preview_mailed_at\` text;`)
  await db.run(sql`ALTER TABLE \`bulletin_issues\` ADD \`approval_asked_at\` text;`)
  await db.run(sql`ALTER TABLE \`bulletin_items\` ADD \`change_note\` text;`)
  await db.run(sql`ALTER TABLE \`bulletin_items\` ADD \`series_id\` text;`)
  await db.run(sql`ALTER TABLE \`subscriptions\` ADD \`scope\` text DEFAULT 'topics';`)
  await db.run(sql`ALTER TABLE \`subscriptions\` ADD \`soft_bounces\` numeric DEFAULT 0;`)
  await db.run(sql`ALTER TABLE \`subscriptions_rels\` ADD \`series_id\` text(36) REFERENCES series(id) ON UPDATE no action ON DELETE cascade;`)
  await db.run(sql`ALTER TABLE \`subscriptions_rels\` ADD \`briefings_id\` text(36) REFERENCES briefings(id) ON UPDATE no action ON DELETE cascade;`)
  await db.run(sql`CREATE INDEX \`subscriptions_rels_series_id_idx\` ON \`subscriptions_rels\` (\`series_id\`);`)
  await db.run(sql`CREATE INDEX \`subscriptions_rels_briefings_id_idx\` ON \`subscriptions_rels\` (\`briefings_id\`);`)
  await db.run(sql`ALTER TABLE \`consent_events\` ADD \`wording_hash\` text;`)
  await db.run(sql`ALTER TABLE \`consent_events\` ADD \`wording_version\` text;`)
  await db.run(sql`ALTER TABLE \`consent_events\` ADD \`actor\` text;`)
  await db.run(sql`ALTER TABLE \`consent_events\` ADD \`token_id\` text;`)
  await db.run(sql`ALTER TABLE \`consent_events\` ADD \`chosen\` text;`)
  await db.run(sql`ALTER TABLE \`consent_events\` ADD \`before\` text;`)
  await db.run(sql`CREATE INDEX \`consent_events_wording_version_idx\` ON \`consent_events\` (\`wording_version\`);`)
  await db.run(sql`ALTER TABLE \`member_sessions\` ADD \`device\` text;`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`emergency_publications_id\` text(36) REFERENCES emergency_publications(id) ON UPDATE no action ON DELETE cascade;`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`join_requests_id\` text(36) REFERENCES join_requests(id) ON UPDATE no action ON DELETE cascade;`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`account_mails_id\` text(36) REFERENCES account_mails(id) ON UPDATE no action ON DELETE cascade;`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`inbound_mail_id\` text(36) REFERENCES inbound_mail(id) ON UPDATE no action ON DELETE cascade;`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`bulletin_letters_id\` text(36) REFERENCES bulletin_letters(id) ON UPDATE no action ON DELETE cascade;`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`attempts_id\` text(36) REFERENCES attempts(id) ON UPDATE no action ON DELETE cascade;`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`address_changes_id\` text(36) REFERENCES address_changes(id) ON UPDATE no action ON DELETE cascade;`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_emergency_publications_id_idx\` ON \`payload_locked_documents_rels\` (\`emergency_publications_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_join_requests_id_idx\` ON \`payload_locked_documents_rels\` (\`join_requests_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_account_mails_id_idx\` ON \`payload_locked_documents_rels\` (\`account_mails_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_inbound_mail_id_idx\` ON \`payload_locked_documents_rels\` (\`inbound_mail_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_bulletin_letters_id_idx\` ON \`payload_locked_documents_rels\` (\`bulletin_letters_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_attempts_id_idx\` ON \`payload_locked_documents_rels\` (\`attempts_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_address_changes_id_idx\` ON \`payload_locked_documents_rels\` (\`address_changes_id\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`emergency_publications\`;`)
  await db.run(sql`DROP TABLE \`join_requests\`;`)
  await db.run(sql`DROP TABLE \`account_mails\`;`)
  await db.run(sql`DROP TABLE \`inbound_mail\`;`)
  await db.run(sql`DROP TABLE \`bulletin_letters\`;`)
  await db.run(sql`DROP TABLE \`attempts\`;`)
  await db.run(sql`DROP TABLE \`address_changes\`;`)
  await db.run(sql`PRAGMA foreign_keys=OFF;`)
  await db.run(sql`CREATE TABLE \`__new_briefings\` (
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
  	\`next_event_at\` text,
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
  await db.run(sql`INSERT INTO \`__new_briefings\`("id", "title", "summary", "body", "update_kind", "change_note", "reference", "slug", "type", "series_id", "published_at", "review_by", "first_published_at", "revised_at", "edition", "announce_from", "next_event_at", "reading_minutes", "heading_count", "case_study_count", "source_count", "updated_at", "created_at", "_status") SELECT "id", "title", "summary", "body", "update_kind", "change_note", "reference", "slug", "type", "series_id", "published_at", "review_by", "first_published_at", "revised_at", "edition", "announce_from", "next_event_at", "reading_minutes", "heading_count", "case_study_count", "source_count", "updated_at", "created_at", "_status" FROM \`briefings\`;`)
  await db.run(sql`DROP TABLE \`briefings\`;`)
  await db.run(sql`ALTER TABLE \`__new_briefings\` RENAME TO \`briefings\`;`)
  await db.run(sql`PRAGMA foreign_keys=ON;`)
  await db.run(sql`CREATE UNIQUE INDEX \`briefings_reference_idx\` ON \`briefings\` (\`reference\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`briefings_slug_idx\` ON \`briefings\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`briefings_type_idx\` ON \`briefings\` (\`type\`);`)
  await db.run(sql`CREATE INDEX \`briefings_series_idx\` ON \`briefings\` (\`series_id\`);`)
  await db.run(sql`CREATE INDEX \`briefings_published_at_idx\` ON \`briefings\` (\`published_at\`);`)
  await db.run(sql`CREATE INDEX \`briefings_updated_at_idx\` ON \`briefings\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`briefings_created_at_idx\` ON \`briefings\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`briefings__status_idx\` ON \`briefings\` (\`_status\`);`)
  await db.run(sql`CREATE TABLE \`__new__briefings_v\` (
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
  	\`version_next_event_at\` text,
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
  await db.run(sql`INSERT INTO \`__new__briefings_v\`("id", "parent_id", "version_title", "version_summary", "version_body", "version_update_kind", "version_change_note", "version_reference", "version_slug", "version_type", "version_series_id", "version_published_at", "version_review_by", "version_first_published_at", "version_revised_at", "version_edition", "version_announce_from", "version_next_event_at", "version_reading_minutes", "version_heading_count", "version_case_study_count", "version_source_count", "version_updated_at", "version_created_at", "version__status", "created_at", "updated_at", "latest") SELECT "id", "parent_id", "version_title", "version_summary", "version_body", "version_update_kind", "version_change_note", "version_reference", "version_slug", "version_type", "version_series_id", "version_published_at", "version_review_by", "version_first_published_at", "version_revised_at", "version_edition", "version_announce_from", "version_next_event_at", "version_reading_minutes", "version_heading_count", "version_case_study_count", "version_source_count", "version_updated_at", "version_created_at", "version__status", "created_at", "updated_at", "latest" FROM \`_briefings_v\`;`)
  await db.run(sql`DROP TABLE \`_briefings_v\`;`)
  await db.run(sql`ALTER TABLE \`__new__briefings_v\` RENAME TO \`_briefings_v\`;`)
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
  await db.run(sql`CREATE TABLE \`__new_subscriptions_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`topics_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`subscriptions\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`topics_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`INSERT INTO \`__new_subscriptions_rels\`("id", "order", "parent_id", "path", "topics_id") SELECT "id", "order", "parent_id", "path", "topics_id" FROM \`subscriptions_rels\`;`)
  await db.run(sql`DROP TABLE \`subscriptions_rels\`;`)
  await db.run(sql`ALTER TABLE \`__new_subscriptions_rels\` RENAME TO \`subscriptions_rels\`;`)
  await db.run(sql`CREATE INDEX \`subscriptions_rels_order_idx\` ON \`subscriptions_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`subscriptions_rels_parent_idx\` ON \`subscriptions_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`subscriptions_rels_path_idx\` ON \`subscriptions_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`subscriptions_rels_topics_id_idx\` ON \`subscriptions_rels\` (\`topics_id\`);`)
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
  	\`bulletin_bodies_id\` text(36),
  	\`bulletin_receipts_id\` text(36),
  	\`mailer_state_id\` text(36),
  	\`member_sessions_id\` text(36),
  	\`sign_in_codes_id\` text(36),
  	\`saved_searches_id\` text(36),
  	\`reading_list_id\` text(36),
  	\`reading_history_id\` text(36),
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
  	FOREIGN KEY (\`bulletin_bodies_id\`) REFERENCES \`bulletin_bodies\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`bulletin_receipts_id\`) REFERENCES \`bulletin_receipts\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`mailer_state_id\`) REFERENCES \`mailer_state\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`member_sessions_id\`) REFERENCES \`member_sessions\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`sign_in_codes_id\`) REFERENCES \`sign_in_codes\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`saved_searches_id\`) REFERENCES \`saved_searches\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`reading_list_id\`) REFERENCES \`reading_list\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`reading_history_id\`) REFERENCES \`reading_history\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`INSERT INTO \`__new_payload_locked_documents_rels\`("id", "order", "parent_id", "path", "briefings_id", "articles_id", "topics_id", "series_id", "sources_id", "media_id", "attachments_id", "enquiries_id", "members_id", "organisations_id", "staff_id", "search_synonyms_id", "best_bets_id", "hidden_suggestions_id", "search_log_id", "bulletin_issues_id", "bulletin_items_id", "bulletin_deliveries_id", "subscriptions_id", "consent_events_id", "suppressions_id", "bulletin_bodies_id", "bulletin_receipts_id", "mailer_state_id", "member_sessions_id", "sign_in_codes_id", "saved_searches_id", "reading_list_id", "reading_history_id") SELECT "id", "order", "parent_id", "path", "briefings_id", "articles_id", "topics_id", "series_id", "sources_id", "media_id", "attachments_id", "enquiries_id", "members_id", "organisations_id", "staff_id", "search_synonyms_id", "best_bets_id", "hidden_suggestions_id", "search_log_id", "bulletin_issues_id", "bulletin_items_id", "bulletin_deliveries_id", "subscriptions_id", "consent_events_id", "suppressions_id", "bulletin_bodies_id", "bulletin_receipts_id", "mailer_state_id", "member_sessions_id", "sign_in_codes_id", "saved_searches_id", "reading_list_id", "reading_history_id" FROM \`payload_locked_documents_rels\`;`)
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
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_media_id_idx\` ON \`payload_locked_documents_rels\` (\`media_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_attachments_id_idx\` ON \`payload_locked_documents_rels\` (\`attachments_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_enquiries_id_idx\` ON \`payload_locked_documents_rels\` (\`enquiries_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_members_id_idx\` ON \`payload_locked_documents_rels\` (\`members_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_organisations_id_idx\` ON \`payload_locked_documents_rels\` (\`organisations_id\`);`)
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
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_bulletin_bodies_id_idx\` ON \`payload_locked_documents_rels\` (\`bulletin_bodies_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_bulletin_receipts_id_idx\` ON \`payload_locked_documents_rels\` (\`bulletin_receipts_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_mailer_state_id_idx\` ON \`payload_locked_documents_rels\` (\`mailer_state_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_member_sessions_id_idx\` ON \`payload_locked_documents_rels\` (\`member_sessions_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_sign_in_codes_id_idx\` ON \`payload_locked_documents_rels\` (\`sign_in_codes_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_saved_searches_id_idx\` ON \`payload_locked_documents_rels\` (\`saved_searches_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_reading_list_id_idx\` ON \`payload_locked_documents_rels\` (\`reading_list_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_reading_history_id_idx\` ON \`payload_locked_documents_rels\` (\`reading_history_id\`);`)
  await db.run(sql`DROP INDEX \`members_seat_idx\`;`)
  await db.run(sql`DROP INDEX \`members_left_at_idx\`;`)
  await db.run(sql`ALTER TABLE \`members\` DROP COLUMN \`seat\`;`)
  await db.run(sql`ALTER TABLE \`members\` DROP COLUMN \`seated_at\`;`)
  await db.run(sql`ALTER TABLE \`members\` DROP COLUMN \`left_at\`;`)
  await db.run(sql`ALTER TABLE \`members\` DROP COLUMN \`left_because\`;`)
  await db.run(sql`ALTER TABLE \`members\` DROP COLUMN \`address_confirmed_at\`;`)
  await db.run(sql`DROP INDEX \`issueKey_state_key_idx\`;`)
  await db.run(sql`CREATE INDEX \`issueKey_state_nextAttemptAt_idx\` ON \`bulletin_deliveries\` (\`issue_key\`,\`state\`,\`next_attempt_at\`);`)
  await db.run(sql`ALTER TABLE \`bulletin_deliveries\` DROP COLUMN \`bounced_at\`;`)
  await db.run(sql`ALTER TABLE \`bulletin_deliveries\` DROP COLUMN \`bounce_kind\`;`)
  await db.run(sql`ALTER TABLE \`bulletin_deliveries\` DROP COLUMN \`bounce_code\`;`)
  await db.run(sql`ALTER TABLE \`bulletin_deliveries\` DROP COLUMN \`complained_at\`;`)
  await db.run(sql`DROP INDEX \`consent_events_wording_version_idx\`;`)
  await db.run(sql`ALTER TABLE \`consent_events\` DROP COLUMN \`wording_hash\`;`)
  await db.run(sql`ALTER TABLE \`consent_events\` DROP COLUMN \`wording_version\`;`)
  await db.run(sql`ALTER TABLE \`consent_events\` DROP COLUMN \`actor\`;`)
  await db.run(sql`ALTER TABLE \`consent_events\` DROP COLUMN \`token_id\`;`)
  await db.run(sql`ALTER TABLE \`consent_events\` DROP COLUMN \`chosen\`;`)
  await db.run(sql`ALTER TABLE \`consent_events\` DROP COLUMN \`before\`;`)
  await db.run(sql`ALTER TABLE \`organisations\` DROP COLUMN \`contact_name\`;`)
  await db.run(sql`ALTER TABLE \`organisations\` DROP COLUMN \`contact_email\`;`)
  await db.run(sql`ALTER TABLE \`bulletin_issues\` DROP COLUMN \`introduction\`;`)
  await db.run(sql`ALTER TABLE \`bulletin_issues\` DROP COLUMN \`editing\`;`)
  await db.run(sql`ALTER TABLE \`bulletin_issues\` DROP COLUMN \`edits\`;`)
  await db.run(sql`ALTER TABLE \`bulletin_issues\` DROP COLUMN \`articles\`;`)
  await db.run(sql`ALTER TABLE \`bulletin_issues\` DROP COLUMN \`approved_at\`;`)
  await db.run(sql`ALTER TABLE \`bulletin_issues\` DROP COLUMN \`approved_by\`;`)
  await db.run(sql`ALTER TABLE \`bulletin_issues\` DROP COLUMN \`preview_mailed_at\`;`)
  await db.run(sql`ALTER TABLE \`bulletin_issues\` DROP COLUMN \`approval_asked_at\`;`)
  await db.run(sql`ALTER TABLE \`bulletin_items\` DROP COLUMN \`change_note\`;`)
  await db.run(sql`ALTER TABLE \`bulletin_items\` DROP COLUMN \`series_id\`;`)
  await db.run(sql`ALTER TABLE \`subscriptions\` DROP COLUMN \`scope\`;`)
  await db.run(sql`ALTER TABLE \`subscriptions\` DROP COLUMN \`soft_bounces\`;`)
  await db.run(sql`ALTER TABLE \`member_sessions\` DROP COLUMN \`device\`;`)
}
