import { CaseStudy } from '../../collections/fields/case-study-block'
import { Citation } from '../../collections/fields/citation-block'
import { EVIDENCE_BLOCKS } from '../../collections/fields/evidence-blocks'
import { ArticleFigure, Figure } from '../../collections/fields/figure-block'
import type { Block, Field } from 'payload'

type Word = (path: string) => string

/** The rows that the blocks of a text lead to. */
type Leads = { readonly source?: string; readonly picture: string }

const text = (words: string) => ({
  type: 'text',
  version: 1,
  text: words,
  format: 0,
  detail: 0,
  mode: 'normal',
  style: '',
})

const element = (type: string, children: readonly object[], more: object = {}) => ({
  type,
  version: 1,
  direction: null,
  format: '',
  indent: 0,
  children,
  ...more,
})

const cell = (words: string, headerState = 0) =>
  element('tablecell', [element('paragraph', [text(words)])], { headerState, colSpan: 1 })

const table = (word: Word) =>
  element('table', [
    element('tablerow', [cell(word('a table’s head'), 1), cell('Count', 1)]),
    element('tablerow', [cell(word('a table’s cell')), cell('12')]),
  ])

const link = (word: Word) =>
  element('link', [text(word('a link’s words'))], {
    version: 3,
    id: '65f1a0c2b7d4e8f901234567',
    fields: {
      linkType: 'custom',
      newTab: false,
      url: `https://example.org/${word('a link’s address')}`,
    },
  })

const list = (word: Word) =>
  element('list', [element('listitem', [text(word('a list’s item'))], { value: 1 })], {
    listType: 'bullet',
    tag: 'ul',
    start: 1,
  })

/** A pasted table whose words are marks and whose figures can be drawn. */
const pastedTable = (word: Word, path: string) =>
  `Year\tHouseholds\n${word(`${path} 1`)}\t12\n${word(`${path} 2`)}\t15`

type Named = Extract<Field, { name: string }>

function valueOf(field: Named, path: string, word: Word, leads: Leads): unknown {
  if (field.name === 'table') return pastedTable(word, path)
  switch (field.type) {
    case 'text':
    case 'textarea':
      return word(path)
    case 'select':
      return field.defaultValue
    case 'date':
      return '2024-05-06T09:00:00.000Z'
    case 'relationship':
      return field.hasMany ? [leads.source] : leads.source
    case 'upload':
      return leads.picture
    case 'array':
      return [fieldsOf(field.fields, path, word, leads)]
    default:
      return undefined
  }
}

function fieldsOf(fields: readonly Field[], path: string, word: Word, leads: Leads) {
  const values: Record<string, unknown> = {}
  for (const field of fields) {
    if ('fields' in field && field.type === 'row') {
      Object.assign(values, fieldsOf(field.fields, path, word, leads))
    } else if ('name' in field) {
      values[field.name] = valueOf(field, `${path}.${field.name}`, word, leads)
    }
  }
  return values
}

const blockOf = ({ slug, fields }: Block, word: Word, leads: Leads) => ({
  type: 'block',
  version: 2,
  format: '',
  fields: { blockType: slug, blockName: '', ...fieldsOf(fields, slug, word, leads) },
})

const citation = (word: Word, leads: Leads) => ({
  type: 'inlineBlock',
  version: 1,
  fields: {
    blockType: Citation.slug,
    blockName: '',
    ...fieldsOf(Citation.fields, 'citation', word, leads),
  },
})

const rooted = (children: readonly object[]) => ({ root: element('root', children) })

const writing = (word: Word) => [
  element('paragraph', [text(word('a paragraph')), text(' '), link(word)]),
  element('heading', [text(word('a heading'))], { tag: 'h2' }),
  element('quote', [text(word('a quotation'))]),
  list(word),
  table(word),
]

/** An article’s text with a mark in everything it may hold. */
export const markedArticle = (word: Word, leads: Leads) =>
  rooted([...writing(word), blockOf(ArticleFigure, word, leads)])

/** A briefing’s text with a mark in everything it may hold, each kind of block and each of its fields. */
export const markedBriefing = (word: Word, leads: Leads) =>
  rooted([
    ...writing(word),
    element('paragraph', [text('As shown'), citation(word, leads)]),
    ...[CaseStudy, ...EVIDENCE_BLOCKS, Figure].map((block) => blockOf(block, word, leads)),
  ])
