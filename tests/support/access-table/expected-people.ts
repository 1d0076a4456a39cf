import { cellsOf } from './expected'

/** The columns: anonymous, lapsed, member, officer, editor, administrator. */
export const PEOPLE = [
  ...cellsOf(
    'staff',
    `
  create       no    no    no    no   no   yes
  read         none  none  none  all  all  all
  update       none  none  none  own  own  all
  delete       no    no    no    no   no   yes
  unlock       no    no    no    no   no   yes
  enter-admin  no    no    no    yes  yes  yes
`,
  ),
  ...cellsOf(
    'members',
    `
  create       no    no    no    no    no    yes
  read         none  own   own   all   all   all
  update       none  none  none  none  none  all
  delete       no    no    no    no    no    yes
  unlock       no    no    no    no    no    no
  enter-admin  no    no    no    no    no    no
`,
  ),
  ...cellsOf(
    'organisations',
    `
  create  no    no    no    no    no    yes
  read    none  none  none  all   all   all
  update  none  none  none  none  none  all
  delete  no    no    no    no    no    yes
`,
  ),
  ...cellsOf(
    'enquiries',
    `
  create  no    no    no    no   no   no
  read    none  none  none  all  all  all
  update  none  none  none  all  all  all
  delete  no    no    no    no   no   yes
`,
  ),
]
