import { cellsOf } from './expected'

/** Who is served a field. The columns: anonymous, lapsed, member, officer, editor, administrator. */
export const FIELDS_READ = [
  ...cellsOf(
    'briefings',
    `
  title             yes  yes  yes  yes  yes  yes
  summary           yes  yes  yes  yes  yes  yes
  reference         yes  yes  yes  yes  yes  yes
  slug              yes  yes  yes  yes  yes  yes
  type              yes  yes  yes  yes  yes  yes
  series            yes  yes  yes  yes  yes  yes
  topics            yes  yes  yes  yes  yes  yes
  nations           yes  yes  yes  yes  yes  yes
  authors           yes  yes  yes  yes  yes  yes
  publishedAt       yes  yes  yes  yes  yes  yes
  revisedAt         yes  yes  yes  yes  yes  yes
  readingMinutes    yes  yes  yes  yes  yes  yes
  headingCount      yes  yes  yes  yes  yes  yes
  caseStudyCount    yes  yes  yes  yes  yes  yes
  sourceCount       yes  yes  yes  yes  yes  yes
  keyPoints         no   no   yes  yes  yes  yes
  body              no   no   yes  yes  yes  yes
  sources           no   no   yes  yes  yes  yes
  related           no   no   yes  yes  yes  yes
  attachments       no   no   yes  yes  yes  yes
  changes           no   no   yes  yes  yes  yes
  updateKind        no   no   no   yes  yes  yes
  changeNote        no   no   no   yes  yes  yes
  reviewBy          no   no   no   yes  yes  yes
  firstPublishedAt  no   no   no   yes  yes  yes
  nextEventAt       no   no   no   yes  yes  yes
  edition           no   no   no   yes  yes  yes
  announceFrom      no   no   no   yes  yes  yes
  formerAddresses   no   no   no   yes  yes  yes
  openedOn          no   no   no   yes  yes  yes
  keptAs            no   no   no   no   no   no
  emergencyReason   no   no   no   yes  yes  yes
  reviewStage       no   no   no   yes  yes  yes
  submittedBy       no   no   no   yes  yes  yes
  submittedAt       no   no   no   yes  yes  yes
  reviewedBy        no   no   no   yes  yes  yes
  reviewedAt        no   no   no   yes  yes  yes
  reviewNote        no   no   no   yes  yes  yes
  ending            yes  yes  yes  yes  yes  yes
  endingReason      yes  yes  yes  yes  yes  yes
  replacedBy        yes  yes  yes  yes  yes  yes
  _status           yes  yes  yes  yes  yes  yes
  createdAt         yes  yes  yes  yes  yes  yes
  updatedAt         yes  yes  yes  yes  yes  yes
`,
  ),
  ...cellsOf(
    'sources',
    `
  title       no  no  yes  yes  yes  yes
  note        no  no  no   yes  yes  yes
  mergedFrom  no  no  no   yes  yes  yes
`,
  ),
  ...cellsOf(
    'colleague-passes',
    `
  domain     no  no  no  yes  yes  yes
  tokenHash  no  no  no  no   no   no
`,
  ),
  ...cellsOf(
    'staff',
    `
  name          no  no  no  yes  yes  yes
  sessions      no  no  no  no   no   no
  hash          no  no  no  no   no   no
  salt          no  no  no  no   no   no
  secondFactor  no  no  no  no   no   no
  revision      no  no  no  no   no   no
`,
  ),
]

/** Whose save changes a field: on a draft of a briefing, on their own account, on an enquiry. */
export const FIELDS_WRITTEN = [
  ...cellsOf(
    'briefings',
    `
  summary           no  no  no  yes  yes  yes
  changes           no  no  no  no   no   no
  firstPublishedAt  no  no  no  no   no   no
  nextEventAt       no  no  no  no   no   no
  revisedAt         no  no  no  no   no   no
  edition           no  no  no  no   no   no
  announceFrom      no  no  no  no   no   no
  formerAddresses   no  no  no  no   no   no
  readingMinutes    no  no  no  no   no   no
  headingCount      no  no  no  no   no   no
  caseStudyCount    no  no  no  no   no   no
  sourceCount       no  no  no  no   no   no
  emergencyReason   no  no  no  no   yes  yes
  reviewStage       no  no  no  no   no   no
  submittedBy       no  no  no  no   no   no
  submittedAt       no  no  no  no   no   no
  reviewedBy        no  no  no  no   no   no
  reviewedAt        no  no  no  no   no   no
  reviewNote        no  no  no  no   no   no
  ending            no  no  no  no   no   no
  endingReason      no  no  no  no   no   no
  replacedBy        no  no  no  no   no   no
`,
  ),
  ...cellsOf(
    'members',
    `
  jobTitle            no  no  no  no  no  yes
  seat                no  no  no  no  no  no
  seatedAt            no  no  no  no  no  no
  leftAt              no  no  no  no  no  no
  leftBecause         no  no  no  no  no  no
  addressConfirmedAt  no  no  no  no  no  no
  lastSignedInAt      no  no  no  no  no  no
`,
  ),
  ...cellsOf(
    'sources',
    `
  title       no  no  no  yes  yes  yes
  mergedFrom  no  no  no  no   no   no
`,
  ),
  ...cellsOf(
    'staff',
    `
  jobTitle      no  no  no  yes  yes  yes
  role          no  no  no  no   no   yes
  hasLeft       no  no  no  no   no   yes
  secondFactor  no  no  no  no   no   no
  revision      no  no  no  no   no   no
`,
  ),
  ...cellsOf(
    'enquiries',
    `
  notes             no  no  no  yes  yes  yes
  kind              no  no  no  no   no   no
  name              no  no  no  no   no   no
  email             no  no  no  no   no   no
  organisationName  no  no  no  no   no   no
  message           no  no  no  no   no   no
  page              no  no  no  no   no   no
  mailedAt          no  no  no  no   no   no
  organisation      no  no  no  no   no   no
`,
  ),
  ...cellsOf(
    'organisations',
    `
  notes        no  no  no  no  no  yes
  fromEnquiry  no  no  no  no  no  no
`,
  ),
]
