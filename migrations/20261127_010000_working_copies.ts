import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`working_copies\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`owner_id\` text NOT NULL,
  	\`document\` text NOT NULL,
  	\`started_from\` text,
  	\`title\` text,
  	\`content\` text NOT NULL,
  	\`kept_at\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`working_copies_key_idx\` ON \`working_copies\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`working_copies_owner_id_idx\` ON \`working_copies\` (\`owner_id\`);`)
  await db.run(sql`CREATE INDEX \`working_copies_document_idx\` ON \`working_copies\` (\`document\`);`)
  await db.run(sql`CREATE INDEX \`working_copies_kept_at_idx\` ON \`working_copies\` (\`kept_at\`);`)
  await db.run(sql`CREATE INDEX \`working_copies_updated_at_idx\` ON \`working_copies\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`working_copies_created_at_idx\` ON \`working_copies\` (\`created_at\`);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`working_copies_id\` text(36) REFERENCES working_copies(id) ON UPDATE no action ON DELETE cascade;`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_working_copies_id_idx\` ON \`payload_locked_documents_rels\` (\`working_copies_id\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`working_copies\`;`)
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
  	\`evidence_tasks_id\` text(36),
  	\`evidence_looks_id\` text(36),
  	\`emergency_publications_id\` text(36),
  	\`review_comments_id\` text(36),
  	\`review_links_id\` text(36),
  	\`media_id\` text(36),
  	\`attachments_id\` text(36),
  	\`enquiries_id\` text(36),
  	\`members_id\` text(36),
  	\`organisations_id\` text(36),
  	\`join_requests_id\` text(36),
  	\`account_mails_id\` text(36),
  	\`colleague_passes_id\` text(36),
  	\`staff_id\` text(36),
  	\`audit_events_id\` text(36),
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
  	FOREIGN KEY (\`evidence_tasks_id\`) REFERENCES \`evidence_tasks\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`evidence_looks_id\`) REFERENCES \`evidence_looks\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`emergency_publications_id\`) REFERENCES \`emergency_publications\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`review_comments_id\`) REFERENCES \`review_comments\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`review_links_id\`) REFERENCES \`review_links\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`media_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`attachments_id\`) REFERENCES \`attachments\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`enquiries_id\`) REFERENCES \`enquiries\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`members_id\`) REFERENCES \`members\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`organisations_id\`) REFERENCES \`organisations\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`join_requests_id\`) REFERENCES \`join_requests\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`account_mails_id\`) REFERENCES \`account_mails\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`colleague_passes_id\`) REFERENCES \`colleague_passes\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`staff_id\`) REFERENCES \`staff\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`audit_events_id\`) REFERENCES \`audit_events\`(\`id\`) ON UPDATE no action ON DELETE cascade,
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
  await db.run(sql`INSERT INTO \`__new_payload_locked_documents_rels\`("id", "order", "parent_id", "path", "briefings_id", "articles_id", "topics_id", "series_id", "sources_id", "evidence_tasks_id", "evidence_looks_id", "emergency_publications_id", "review_comments_id", "review_links_id", "media_id", "attachments_id", "enquiries_id", "members_id", "organisations_id", "join_requests_id", "account_mails_id", "colleague_passes_id", "staff_id", "audit_events_id", "search_synonyms_id", "best_bets_id", "hidden_suggestions_id", "search_log_id", "bulletin_issues_id", "bulletin_items_id", "bulletin_deliveries_id", "subscriptions_id", "consent_events_id", "suppressions_id", "inbound_mail_id", "bulletin_letters_id", "bulletin_bodies_id", "bulletin_receipts_id", "mailer_state_id", "member_sessions_id", "sign_in_codes_id", "attempts_id", "address_changes_id", "saved_searches_id", "reading_list_id", "reading_history_id") SELECT "id", "order", "parent_id", "path", "briefings_id", "articles_id", "topics_id", "series_id", "sources_id", "evidence_tasks_id", "evidence_looks_id", "emergency_publications_id", "review_comments_id", "review_links_id", "media_id", "attachments_id", "enquiries_id", "members_id", "organisations_id", "join_requests_id", "account_mails_id", "colleague_passes_id", "staff_id", "audit_events_id", "search_synonyms_id", "best_bets_id", "hidden_suggestions_id", "search_log_id", "bulletin_issues_id", "bulletin_items_id", "bulletin_deliveries_id", "subscriptions_id", "consent_events_id", "suppressions_id", "inbound_mail_id", "bulletin_letters_id", "bulletin_bodies_id", "bulletin_receipts_id", "mailer_state_id", "member_sessions_id", "sign_in_codes_id", "attempts_id", "address_changes_id", "saved_searches_id", "reading_list_id", "reading_history_id" FROM \`payload_locked_documents_rels\`;`)
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
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_evidence_tasks_id_idx\` ON \`payload_locked_documents_rels\` (\`evidence_tasks_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_evidence_looks_id_idx\` ON \`payload_locked_documents_rels\` (\`evidence_looks_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_emergency_publications_id_idx\` ON \`payload_locked_documents_rels\` (\`emergency_publications_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_review_comments_id_idx\` ON \`payload_locked_documents_rels\` (\`review_comments_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_review_links_id_idx\` ON \`payload_locked_documents_rels\` (\`review_links_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_media_id_idx\` ON \`payload_locked_documents_rels\` (\`media_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_attachments_id_idx\` ON \`payload_locked_documents_rels\` (\`attachments_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_enquiries_id_idx\` ON \`payload_locked_documents_rels\` (\`enquiries_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_members_id_idx\` ON \`payload_locked_documents_rels\` (\`members_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_organisations_id_idx\` ON \`payload_locked_documents_rels\` (\`organisations_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_join_requests_id_idx\` ON \`payload_locked_documents_rels\` (\`join_requests_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_account_mails_id_idx\` ON \`payload_locked_documents_rels\` (\`account_mails_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_colleague_passes_id_idx\` ON \`payload_locked_documents_rels\` (\`colleague_passes_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_staff_id_idx\` ON \`payload_locked_documents_rels\` (\`staff_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_audit_events_id_idx\` ON \`payload_locked_documents_rels\` (\`audit_events_id\`);`)
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
}
