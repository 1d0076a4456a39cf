/** Word files written by hand, element for element: changes that somebody tracked, as Word marks them. */
import { docx, para, run } from '../../make-docx'

const STYLES = `<?xml version="1.0"?><w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style><w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/></w:style></w:styles>`
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const RELATIONS = `<?xml version="1.0"?><Relationships xmlns="${PACKAGE}"><Relationship Id="s1" Type="${OFFICE}/styles" Target="styles.xml"/><Relationship Id="l1" Type="${OFFICE}/hyperlink" Target="https://example.org/law" TargetMode="External"/><Relationship Id="n1" Type="${OFFICE}/footnotes" Target="footnotes.xml"/></Relationships>`
const NOTES = `<?xml version="1.0"?><w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:footnote w:id="2">${para(run('A note that ') + '<w:ins w:id="90" w:author="A">' + run('grew.') + '</w:ins><w:del w:id="91" w:author="A"><w:r><w:delText>shrank.</w:delText></w:r></w:del>')}</w:footnote></w:footnotes>`

const word = (body: string, parts = {}) =>
  docx(body, {
    parts: { 'word/styles.xml': STYLES, 'word/_rels/document.xml.rels': RELATIONS, ...parts },
  })

let change = 0
const by = () => `w:id="${(change += 1)}" w:author="A" w:date="2020-01-01T00:00:00Z"`
const struck = (words: string) =>
  `<w:del ${by()}><w:r><w:delText xml:space="preserve">${words}</w:delText></w:r></w:del>`
const put = (content: string) => `<w:ins ${by()}>${content}</w:ins>`
const marked = (mark: string, content: string) =>
  `<w:p><w:pPr><w:rPr>${mark}</w:rPr></w:pPr>${content}</w:p>`
const cell = (content: string) => `<w:tc>${para(content)}</w:tc>`
const row = (mark: string, ...cells: string[]) =>
  `<w:tr>${mark ? `<w:trPr>${mark}</w:trPr>` : ''}${cells.join('')}</w:tr>`

/** Words, paragraphs and rows put in and struck out, in a heading, a link and a note too. */
const insertedAndDeleted = () =>
  word(
    para(run('Bus fares ') + struck('today') + put(run('tomorrow')), 'Heading1') +
      para(run('The fare is ') + struck('high') + put(run('lower')) + run(' than it was.')) +
      marked(`<w:del ${by()}/>`, run('This paragraph ')) +
      para(run('goes on in the next.')) +
      marked(`<w:ins ${by()}/>`, put(run('A paragraph of its own.'))) +
      marked(`<w:del ${by()}/>`, struck('A paragraph that is gone.')) +
      `<w:tbl>${row('', cell(run('Line')), cell(run('Fare')))}` +
      row(`<w:ins ${by()}/>`, cell(put(run('Coast'))), cell(put(run('One zone')))) +
      `${row(`<w:del ${by()}/>`, cell(struck('Hills')), cell(struck('Two zones')))}</w:tbl>` +
      para(
        run('See ') +
          `<w:hyperlink r:id="l1">${put(run('the new law'))}</w:hyperlink>` +
          run('.') +
          '<w:r><w:footnoteReference w:id="2"/></w:r>',
      ),
    { 'word/footnotes.xml': NOTES },
  )

const moved = (kind: 'moveFrom' | 'moveTo', content: string) =>
  `<w:${kind}RangeStart ${by()} w:name="move1"/><w:${kind} ${by()}>${content}</w:${kind}><w:${kind}RangeEnd w:id="${change}"/>`

/** Text that was moved, within a line and as a paragraph; changed looks; and what only wraps text. */
const movedAndWrapped = () =>
  word(
    para(run('Moving house'), 'Heading1') +
      marked(`<w:moveFrom ${by()}/>`, moved('moveFrom', run('First tell the school.'))) +
      para(run('Pack the kettle last.')) +
      marked(`<w:moveTo ${by()}/>`, moved('moveTo', run('First tell the school.'))) +
      para(
        run('Then ') +
          moved('moveTo', run('quietly ')) +
          run('leave') +
          moved('moveFrom', run(' quietly')) +
          run('.'),
      ) +
      para(
        `<w:r><w:rPr><w:b/><w:rPrChange ${by()}><w:rPr><w:i/></w:rPr></w:rPrChange></w:rPr><w:t>Bold since the change.</w:t></w:r>`,
      ) +
      para(
        run('Written on ') +
          `<w:fldSimple w:instr=" DATE ">${run('a Monday')}</w:fldSimple>` +
          `<w:sdt><w:sdtPr/><w:sdtContent>${run(', in a form')}</w:sdtContent></w:sdt>` +
          `<w:customXml w:element="place">${run(', at home')}</w:customXml>` +
          `<w:bdo w:val="ltr">${run(', in one direction')}</w:bdo>` +
          `<w:r><w:cr/><w:t>on a new line.</w:t></w:r>`,
      ) +
      para(
        `${run('A formula: ')}<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>a=b</m:t></m:r></m:oMath>`,
      ),
  )

const NO_NOTES = `<?xml version="1.0"?><w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>`
const NUMBERING_PART = `<?xml version="1.0"?><w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${[
  '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/></w:lvl></w:abstractNum>',
  '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="5"/><w:numFmt w:val="decimal"/><w:pStyle w:val="Step"/></w:lvl></w:abstractNum>',
  '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
  '<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>',
  '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>',
  '<w:num w:numId="4"><w:abstractNumId w:val="1"/></w:num>',
].join('')}</w:numbering>`
const STEP = `<w:style w:type="paragraph" w:styleId="Step"><w:name w:val="Step"/><w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr></w:style>`
const item = (numId: number, content: string, level = 0, more = '') =>
  `<w:p><w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${numId}"/></w:numPr>${more}</w:pPr>${content}</w:p>`

/** Lists that go on after something between, under the same number or another, begin anew, or begin where a style says. */
const numbered = () =>
  word(
    para(run('Making tea'), 'Heading1') +
      item(1, run('Fill the kettle.')) +
      item(1, run('Boil it:')) +
      item(1, run('with the lid on,'), 1) +
      item(1, run('and watched.'), 1) +
      para(run('Meanwhile, warm the pot.')) +
      item(1, run('Pour.')) +
      item(1, struck('Whistle.'), 0, `<w:rPr><w:del ${by()}/></w:rPr>`) +
      item(1, run('Wait:')) +
      item(1, run('three minutes.'), 1) +
      para(run('Then find a cup.')) +
      item(2, run('Pour again.')) +
      para(run('For coffee:')) +
      item(3, run('Grind.')) +
      item(3, run('Press.')) +
      para(run('The last steps are the same.')) +
      para(run('Milk.'), 'Step') +
      para(run('Sugar.'), 'Step'),
    {
      'word/numbering.xml': NUMBERING_PART,
      'word/styles.xml': STYLES.replace('</w:styles>', `${STEP}</w:styles>`),
      'word/_rels/document.xml.rels': RELATIONS.replace(
        '</Relationships>',
        `<Relationship Id="m1" Type="${OFFICE}/numbering" Target="numbering.xml"/></Relationships>`,
      ),
      'word/footnotes.xml': NO_NOTES,
    },
  )

/** By the name of its expected tree. */
export const BY_HAND: Readonly<Record<string, () => Promise<Buffer>>> = {
  'hand-inserted-and-deleted': () => Promise.resolve(insertedAndDeleted()),
  'hand-moved-and-wrapped': () => Promise.resolve(movedAndWrapped()),
  'hand-numbered': () => Promise.resolve(numbered()),
}
