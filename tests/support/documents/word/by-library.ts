/** Word files as a library writes them: each a function of nothing, so that the same words come out each time. */
import {
  Bookmark,
  Document,
  EndnoteReferenceRun,
  ExternalHyperlink,
  type FileChild,
  Footer,
  FootnoteReferenceRun,
  Header,
  HeadingLevel,
  ImageRun,
  InternalHyperlink,
  type IPropertiesOptions,
  LevelFormat,
  Packer,
  Paragraph,
  type ParagraphChild,
  Tab,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalMergeType,
} from 'docx'
import type { Setting } from '@templates/word/word-text'
import { PICTURE } from './picture'

type More = Partial<IPropertiesOptions>

const said = (words: string) => new TextRun(words)
const marked = (text: string, setting: Setting & { readonly strike?: boolean }) =>
  new TextRun({ ...setting, text })
const p = (...children: (string | ParagraphChild)[]) =>
  new Paragraph({ children: children.map((one) => (typeof one === 'string' ? said(one) : one)) })
const h = (rank: 1 | 2 | 3, words: string) =>
  new Paragraph({ text: words, heading: HeadingLevel[`HEADING_${rank}`] })
const link = (to: string, ...children: ParagraphChild[]) =>
  new ExternalHyperlink({ link: to, children })

const NUMBERED = {
  config: [
    {
      reference: 'steps',
      levels: [0, 1].map((level) => ({
        level,
        format: level === 0 ? LevelFormat.DECIMAL : LevelFormat.LOWER_LETTER,
        text: `%${level + 1}.`,
      })),
    },
  ],
}

const point = (level: number, words: string) => new Paragraph({ text: words, bullet: { level } })
const step = (level: number, words: string) =>
  new Paragraph({ text: words, numbering: { reference: 'steps', level } })

const file = (children: readonly FileChild[], more: More = {}): Promise<Buffer> =>
  Packer.toBuffer(
    new Document({
      creator: '',
      lastModifiedBy: '',
      numbering: NUMBERED,
      sections: [{ children: [...children] }],
      ...more,
    }),
  )

const lists = () =>
  file([
    new Paragraph({ text: 'Leaving care', heading: HeadingLevel.TITLE }),
    p('A young person who leaves care needs a home, a plan and somebody to call.'),
    h(1, 'What a plan names'),
    point(0, 'The home'),
    point(1, 'who holds the tenancy'),
    point(2, 'and from which day'),
    point(1, 'who pays the deposit'),
    point(0, 'The adviser'),
    h(2, 'In this order'),
    step(0, 'Ask.'),
    step(1, 'Listen first.'),
    step(1, 'Write it down.'),
    step(0, 'Agree.'),
    p('The order matters.'),
    step(0, 'Come back.'),
  ])

const cell = (children: readonly Paragraph[], more: object = {}) =>
  new TableCell({ children: [...children], ...more })
const row = (isHead: boolean, ...cells: TableCell[]) =>
  new TableRow({ children: cells, tableHeader: isHead })

const tables = () =>
  file([
    h(1, 'Ways to fund a shelter'),
    p('The table compares three ways.'),
    new Table({
      rows: [
        row(true, ...['Way', 'Who decides', 'When'].map((words) => cell([p(words)]))),
        row(
          false,
          cell([p('Grant')], { verticalMerge: VerticalMergeType.RESTART }),
          cell([p('The council')]),
          cell([p('Each spring')]),
        ),
        row(
          false,
          cell([p('')], { verticalMerge: VerticalMergeType.CONTINUE }),
          cell([point(0, 'The mayor'), point(0, 'or a deputy')]),
          cell([p('At any time'), p('after a hearing')]),
        ),
        row(false, cell([p('Levy')]), cell([p('Parliament, for all')], { columnSpan: 2 })),
        row(false, cell([p('Gift')]), cell([p('')]), cell([p('Never twice')])),
      ],
    }),
    h(2, 'A table without a head'),
    new Table({ rows: [row(false, cell([p('One')]), cell([p('Two')]))] }),
  ])

const notes = () =>
  file(
    [
      h(1, 'Damp and the law'),
      p('Landlords must mend what lets water in.', new FootnoteReferenceRun(1)),
      p('Tenants may ask', new FootnoteReferenceRun(2), ' in writing or aloud.'),
      new Table({
        rows: [row(false, cell([p('A cell with a note', new FootnoteReferenceRun(3))]))],
      }),
      // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- the library’s types leave it out of what a paragraph holds
      p('More is said at the end.', new EndnoteReferenceRun(1)),
    ],
    {
      footnotes: {
        1: { children: [p('The duty stands in the law of tenancies.')] },
        2: {
          children: [
            p('Two paragraphs: this is the first.'),
            p('The second has ', link('https://example.org/guide', said('a guide')), '.'),
          ],
        },
        3: { children: [p('A note from within a table.')] },
      },
      endnotes: { 1: { children: [p('And this stands at the very end.')] } },
    },
  )

const links = () =>
  file([
    h(1, 'Where to read on'),
    new Paragraph({ children: [new Bookmark({ id: 'start', children: [said('The start.')] })] }),
    p(
      'Read ',
      link('https://example.org/a?b=1&c=2', said('the first study')),
      ', then ',
      link('https://example.org/two', marked('the second', { bold: true })),
      '.',
    ),
    p(
      'Write to ',
      link('mailto:desk@example.org', said('the desk')),
      ' or go ',
      new InternalHyperlink({ anchor: 'start', children: [said('back to the start')] }),
      '.',
    ),
    p(
      'Not ',
      link('javascript:alert(1)', said('this one')),
      ', nor ',
      link('file:///srv/share/notes.txt', said('a file at home')),
      '.',
    ),
    p('An address that is no link: https://example.org/plain'),
  ])

const shown = (description?: string) =>
  new ImageRun({
    type: 'png',
    data: PICTURE,
    transformation: { width: 40, height: 30 },
    ...(description ? { altText: { name: 'Picture', title: '', description } } : {}),
  })

const pictures = () =>
  file([
    h(1, 'Signs in the street'),
    p('Before the sign ', shown('A green sign with an arrow'), ' and after it.'),
    p(shown('A row of doors')),
    p(shown()),
    new Table({ rows: [row(false, cell([p(shown('A key'))]), cell([p('Beside a picture')]))] }),
    p('The last words.'),
  ])

const everything = () =>
  file([], {
    comments: { children: [{ id: 0, author: 'Reviewer', children: [p('Is this so?')] }] },
    sections: [
      {
        headers: { default: new Header({ children: [p('Not for quotation')] }) },
        footers: { default: new Footer({ children: [p('')] }) },
        children: [
          h(1, 'Words of every kind'),
          p(
            marked('Bold', { bold: true }),
            ', ',
            marked('italic', { italics: true }),
            ', ',
            marked('both', { bold: true, italics: true }),
            ', H',
            marked('2', { subScript: true }),
            'O and m',
            marked('2', { superScript: true }),
            '.',
          ),
          p(
            new TextRun({
              children: [
                'One line,',
                new TextRun({ break: 1, text: 'the next,' }),
                new Tab(),
                ' and after a tab.',
              ],
            }),
          ),
          p('Signs: & < > “quotes” – dash, é, 漢字, 😀.'),
          p('Spaces   in a row, and struck ', marked('out by hand', { strike: true }), '.'),
          h(2, ''),
          h(3, 'A third rank'),
          p(''),
          p('The end.'),
        ],
      },
    ],
  })

/** By the name of its expected tree. */
export const BY_LIBRARY: Readonly<Record<string, () => Promise<Buffer>>> = {
  'library-lists': lists,
  'library-tables': tables,
  'library-notes': notes,
  'library-links': links,
  'library-pictures': pictures,
  'library-everything': everything,
}
