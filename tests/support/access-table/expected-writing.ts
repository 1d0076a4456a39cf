import { cellsOf } from './expected'

/** Of briefings and articles alike. The columns: anonymous, lapsed, member, officer, editor, administrator. */
const BOTH = `
  create                        no         no         no         yes  yes  yes
  create-draft                  no         no         no         yes  yes  yes
  duplicate                     no         no         no         yes  yes  yes
  read                          published  published  published  all  all  all
  read-versions                 no         no         no         yes  yes  yes
  save-draft                    no         no         no         yes  yes  yes
  draft-over-published          no         no         no         yes  yes  yes
  update-published              no         no         no         no   yes  yes
  update-published-under-draft  no         no         no         no   yes  yes
  update-published-in-bulk      no         no         no         no   yes  yes
  unpublish                     no         no         no         no   yes  yes
  unpublish-under-draft         no         no         no         no   yes  yes
  unpublish-in-bulk             no         no         no         no   yes  yes
  restore-published             no         no         no         no   yes  yes
  restore-draft                 no         no         no         no   yes  yes
  restore-as-draft              no         no         no         yes  yes  yes
  delete                        no         no         no         no   no   yes
`

/** What one person may do alone: nobody publishes what nobody submitted (docs/decisions/026-stages.md). */
const BRIEFINGS = `
  create-published              no         no         no         no   no   no
  duplicate-as-published        no         no         no         no   no   no
  publish                       no         no         no         no   no   no
  publish-by-draft-save         no         no         no         no   no   no
  publish-in-bulk               no         no         no         no   no   no
`

const ARTICLES = `
  create-published              no         no         no         no   yes  yes
  duplicate-as-published        no         no         no         no   yes  yes
  publish                       no         no         no         no   yes  yes
  publish-by-draft-save         no         no         no         no   yes  yes
  publish-in-bulk               no         no         no         no   yes  yes
`

const SUBJECTS = `
  create  no   no   no   no   yes  yes
  read    all  all  all  all  all  all
  update  none none none none all  all
  delete  no   no   no   no   yes  yes
`

export const WRITING = [
  ...cellsOf('briefings', BOTH),
  ...cellsOf('briefings', BRIEFINGS),
  ...cellsOf('articles', BOTH),
  ...cellsOf('articles', ARTICLES),
  ...cellsOf('topics', SUBJECTS),
  ...cellsOf('series', SUBJECTS),
  // Of rows that no published text uses: an officer changes no other (tests/integration/what-readers-see.test.ts).
  ...cellsOf(
    'sources',
    `
  create  no    no    no    yes  yes  yes
  read    none  none  all   all  all  all
  update  none  none  none  all  all  all
  delete  no    no    no    yes  yes  yes
`,
  ),
  ...cellsOf(
    'media',
    `
  create            no    no    no    yes  yes  yes
  read              all   all   all   all  all  all
  fetch-stray-file  no    no    no    no   no   no
  update            none  none  none  all  all  all
  delete            no    no    no    no   yes  yes
`,
  ),
  ...cellsOf(
    'attachments',
    `
  create            no    no    no    yes  yes  yes
  read              none  none  all   all  all  all
  fetch-stray-file  no    no    no    no   no   no
  update            none  none  none  all  all  all
  delete            no    no    no    no   yes  yes
`,
  ),
]
