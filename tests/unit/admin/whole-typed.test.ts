import {
  $createParagraphNode,
  $createTextNode,
  $getRoot,
} from '@payloadcms/richtext-lexical/lexical'
import { createHeadlessEditor } from '@payloadcms/richtext-lexical/lexical/headless'
import { expect, it } from 'vitest'
import { $wholeTyped } from '@/admin/citing/whole-typed'

/** A line of which the list knew the last so many signs when Enter was pressed. */
function chosen(line: string, known: number) {
  const editor = createHeadlessEditor({
    onError: (fault) => {
      throw fault
    },
  })
  let found: { text: string; typed: string; line: string } | null = null
  editor.update(
    () => {
      const text = $createTextNode(line)
      $getRoot().clear().append($createParagraphNode().append(text))
      const cut = known < line.length ? text.splitText(line.length - known)[1]! : text
      const { node, typed } = $wholeTyped(cut)
      found = { text: node.getTextContent(), typed, line: $getRoot().getTextContent() }
    },
    { discrete: true },
  )
  return found
}

const LINE = 'Councils looked again [@poole pp. 12-14'
const WHOLE = { text: '[@poole pp. 12-14', typed: 'poole pp. 12-14', line: LINE }

it('takes what the list knew of, where that is all', () => {
  expect(chosen(LINE, 17)).toEqual(WHOLE)
})

it('takes all that was typed, where the list knew of less', () => {
  for (const known of [1, 7, 10, 16]) expect(chosen(LINE, known)).toEqual(WHOLE)
})

it('takes a citation that begins its line', () => {
  expect(chosen('[@poole', 3)).toEqual({ text: '[@poole', typed: 'poole', line: '[@poole' })
  expect(chosen('[@poole', 7)).toEqual({ text: '[@poole', typed: 'poole', line: '[@poole' })
})
