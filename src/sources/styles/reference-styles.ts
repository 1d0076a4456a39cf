import { accessed, address, authors, cslStyle, year } from './parts'

const harvard = cslStyle(
  'Harvard',
  `${authors('and="text" initialize-with="." name-as-sort-order="all" sort-separator=", " delimiter-precedes-last="never" et-al-min="4" et-al-use-first="1"')}
  ${year(' (', ') ')}
  <text variable="title" font-style="italic" suffix="."/>
  <choose><if variable="author"><text variable="publisher" prefix=" " suffix="."/></if></choose>
  ${address(' Available at: ')}
  ${accessed(' (Accessed: ', ').')}`,
)

const vancouver = cslStyle(
  'Vancouver',
  `${authors('initialize-with="" name-as-sort-order="all" sort-separator=" " delimiter=", " et-al-min="7" et-al-use-first="6"', '. ')}
  <text variable="title" suffix=". "/>
  <choose><if variable="author"><text variable="publisher" suffix="; "/></if></choose>
  ${year('', '.')}
  ${accessed(' [cited ', '].')}
  ${address(' Available from: ')}`,
)

const apa = cslStyle(
  'APA',
  `${authors('and="symbol" initialize-with=". " name-as-sort-order="all" sort-separator=", " delimiter=", " delimiter-precedes-last="always" et-al-min="21" et-al-use-first="19"')}
  ${year(' (', '). ')}
  <text variable="title" font-style="italic" suffix="."/>
  <choose><if variable="author"><text variable="publisher" prefix=" " suffix="."/></if></choose>
  ${address(' ')}`,
)

/** Styles of reference lists, each as CSL. */
export const REFERENCE_STYLES = { harvard, vancouver, apa } as const

export type ReferenceStyle = keyof typeof REFERENCE_STYLES
