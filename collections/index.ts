import type { CollectionConfig } from 'payload'
import { AccountMails } from './account-mails'
import { AddressChanges } from './address-changes'
import { Articles } from './articles'
import { attachments } from './attachments'
import { Attempts } from './attempts'
import { AuditEvents } from './audit-events'
import { BestBets } from './best-bets'
import { Briefings } from './briefings'
import { BulletinBodies } from './bulletin-bodies'
import { BulletinDeliveries } from './bulletin-deliveries'
import { BulletinIssues } from './bulletin-issues'
import { BulletinItems } from './bulletin-items'
import { BulletinLetters } from './bulletin-letters'
import { BulletinReceipts } from './bulletin-receipts'
import { ColleaguePasses } from './colleague-passes'
import { ConsentEvents } from './consent-events'
import { EmergencyPublications } from './emergency-publications'
import { Enquiries } from './enquiries'
import { EvidenceLooks } from './evidence-looks'
import { EvidenceTasks } from './evidence-tasks'
import { HiddenSuggestions } from './hidden-suggestions'
import { InboundMail } from './inbound-mail'
import { JoinRequests } from './join-requests'
import { MailerState } from './mailer-state'
import { media } from './media'
import { MemberSessions } from './member-sessions'
import { Members } from './members'
import { Organisations } from './organisations'
import { ReadingHistory } from './reading-history'
import { ReadingList } from './reading-list'
import { ReviewComments } from './review-comments'
import { ReviewLinks } from './review-links'
import { SavedSearches } from './saved-searches'
import { SearchLog } from './search-log'
import { SearchSynonyms } from './search-synonyms'
import { Series } from './series'
import { SignInCodes } from './sign-in-codes'
import { Sources } from './sources'
import { Staff } from './staff'
import { Subscriptions } from './subscriptions'
import { Suppressions } from './suppressions'
import { Topics } from './topics'
import { WorkingCopies } from './working-copies'

/** The desk is for writing: what a row looks like to a programme is not shown there. */
const withoutProgrammersView = (collection: CollectionConfig): CollectionConfig => ({
  ...collection,
  admin: { ...collection.admin, hideAPIURL: true },
})

/** Everything that is stored. Uploads lie below the data folder. */
export const collections = (dataDir: string): CollectionConfig[] =>
  (
    [
      Briefings,
      Articles,
      Topics,
      Series,
      Sources,
      EvidenceTasks,
      EvidenceLooks,
      EmergencyPublications,
      ReviewComments,
      ReviewLinks,
      WorkingCopies,
      media(dataDir),
      attachments(dataDir),
      Enquiries,
      Members,
      Organisations,
      JoinRequests,
      AccountMails,
      ColleaguePasses,
      Staff,
      AuditEvents,
      SearchSynonyms,
      BestBets,
      HiddenSuggestions,
      SearchLog,
      BulletinIssues,
      BulletinItems,
      BulletinDeliveries,
      Subscriptions,
      ConsentEvents,
      Suppressions,
      InboundMail,
      BulletinLetters,
      BulletinBodies,
      BulletinReceipts,
      MailerState,
      MemberSessions,
      SignInCodes,
      Attempts,
      AddressChanges,
      SavedSearches,
      ReadingList,
      ReadingHistory,
    ] as CollectionConfig[]
  ).map(withoutProgrammersView)
