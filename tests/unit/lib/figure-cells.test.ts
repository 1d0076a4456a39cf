import { expect, it } from 'vitest'
import { figureCells } from '@/lib/lexical/figure-cells'
import { htmlToLexical } from '@/lib/lexical/html-to-lexical'
import { blocksOf, plainText } from '@/lib/lexical/nodes'

const set = (rows: string) => {
  const [table] = blocksOf(htmlToLexical(`<table>${rows}</table>`, () => undefined))
  return [...figureCells(table!)].map((cell) => plainText([cell]))
}

it('sets a column of figures to the right, with its head, its brackets and its dashes', () => {
  expect(
    set(
      '<tr><th>Year</th><th>Rent</th></tr><tr><th>2016</th><td>£1,204</td></tr>' +
        '<tr><th>2017</th><td>(163)</td></tr><tr><th>2018</th><td>-</td></tr><tr><th></th><td></td></tr>',
    ),
  ).toEqual(['Rent', '£1,204', '(163)', '-', ''])
})

it('leaves a number among words where the words stand', () => {
  expect(set('<tr><td>Android</td><td>4.x</td></tr><tr><td>Windows</td><td>8.1</td></tr>')).toEqual(
    [],
  )
})

it('knows the column of a cell beside one that spans rows', () => {
  expect(
    set(
      '<tr><td rowspan="2">a</td><td>b</td><td>1</td></tr><tr><td>c</td><td>2</td></tr>' +
        '<tr><td colspan="2">total</td><td>3</td></tr>',
    ),
  ).toEqual(['1', '2', '3'])
})
