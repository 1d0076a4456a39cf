import { cellsOf } from './expected'

/** The columns: anonymous, lapsed, member, officer, editor, administrator. */
const SHOWN_TO_STAFF = `
  create  no    no    no    no    no    no
  read    none  none  none  all   all   all
  update  none  none  none  none  none  none
  delete  no    no    no    no    no    no
`

const SHOWN_TO_NOBODY = `
  create  no    no    no    no    no    no
  read    none  none  none  none  none  none
  update  none  none  none  none  none  none
  delete  no    no    no    no    no    no
`

const STEERED_BY_EDITORS = `
  create  no    no    no    no    yes  yes
  read    none  none  none  all   all  all
  update  none  none  none  none  all  all
  delete  no    no    no    no    yes  yes
`

const SHOWN_TO_ADMINISTRATORS = `
  create  no    no    no    no    no    no
  read    none  none  none  none  none  all
  update  none  none  none  none  none  none
  delete  no    no    no    no    no    no
`

export const RECORDS = [
  ...cellsOf('audit-events', SHOWN_TO_ADMINISTRATORS),
  ...cellsOf('emergency-publications', SHOWN_TO_STAFF),
  ...cellsOf('evidence-tasks', SHOWN_TO_STAFF),
  ...cellsOf('evidence-looks', SHOWN_TO_STAFF),
  ...cellsOf('review-comments', SHOWN_TO_STAFF),
  ...cellsOf('review-links', SHOWN_TO_STAFF),
  ...cellsOf('working-copies', SHOWN_TO_NOBODY),
  ...cellsOf('bulletin-issues', SHOWN_TO_STAFF),
  ...cellsOf('bulletin-items', SHOWN_TO_STAFF),
  ...cellsOf('bulletin-deliveries', SHOWN_TO_STAFF),
  ...cellsOf('subscriptions', SHOWN_TO_STAFF),
  ...cellsOf('consent-events', SHOWN_TO_STAFF),
  ...cellsOf('suppressions', SHOWN_TO_STAFF),
  ...cellsOf('inbound-mail', SHOWN_TO_STAFF),
  ...cellsOf('bulletin-letters', SHOWN_TO_STAFF),
  ...cellsOf('bulletin-bodies', SHOWN_TO_NOBODY),
  ...cellsOf('bulletin-receipts', SHOWN_TO_NOBODY),
  ...cellsOf('mailer-state', SHOWN_TO_NOBODY),
  ...cellsOf('member-sessions', SHOWN_TO_NOBODY),
  ...cellsOf('sign-in-codes', SHOWN_TO_NOBODY),
  ...cellsOf('attempts', SHOWN_TO_NOBODY),
  ...cellsOf('join-requests', SHOWN_TO_STAFF),
  ...cellsOf('account-mails', SHOWN_TO_STAFF),
  ...cellsOf('colleague-passes', SHOWN_TO_STAFF),
  ...cellsOf('address-changes', SHOWN_TO_NOBODY),
  ...cellsOf('search-synonyms', STEERED_BY_EDITORS),
  ...cellsOf('best-bets', STEERED_BY_EDITORS),
  ...cellsOf('hidden-suggestions', STEERED_BY_EDITORS),
  ...cellsOf('search-log', SHOWN_TO_STAFF),
  ...cellsOf('saved-searches', SHOWN_TO_NOBODY),
  ...cellsOf('reading-list', SHOWN_TO_NOBODY),
  ...cellsOf('reading-history', SHOWN_TO_NOBODY),
  ...cellsOf('payload-kv', SHOWN_TO_NOBODY),
  ...cellsOf('payload-migrations', SHOWN_TO_NOBODY),
  ...cellsOf(
    'payload-locked-documents',
    `
  create  no    no    no    yes  yes  yes
  read    none  none  none  all  all  all
  update  none  none  none  all  all  all
  delete  no    no    no    yes  yes  yes
`,
  ),
  ...cellsOf(
    'payload-preferences',
    `
  create  no    no    no    yes  yes  yes
  read    none  none  none  own  own  own
  update  none  none  none  own  own  own
  delete  no    no    no    no   no   no
`,
  ),
]
