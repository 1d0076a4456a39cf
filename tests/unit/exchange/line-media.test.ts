import { expect, it } from 'vitest'
import { withMedia } from '@/exchange/line-media'
import { block, lexicalDocument } from '@/lib/lexical/make-nodes'
import { picturesNamedIn } from '@/lib/lexical/pictures'

const figure = (id: string, picture: unknown) =>
  block(id, 'figure', { picture, alt: 'A door', credit: 'The desk' })

const held = (title: string) => ({
  id: `id of ${title}`,
  file: {
    title,
    content: Buffer.from(title),
    ending: '.png',
    mimeType: 'image/png',
    isPicture: true,
  },
})

it('gives the figures of a text the pictures of the line by their numbers, and names those that no figure shows', () => {
  const body = lexicalDocument([
    figure('a', 3),
    figure('b', 1),
    figure('c', 3),
    figure('d', 'kept'),
  ])

  const shown = withMedia(body, [held('one'), held('two'), held('three')])

  expect(shown.body && picturesNamedIn(shown.body)).toEqual(['id of three', 'id of one', 'kept'])
  expect(shown.used.map(({ file }) => file.title)).toEqual(['one', 'three'])
  expect(shown.unused).toEqual(['“two” is shown by no figure, and was left out'])
})

it('leaves a number that the line has no picture for as it is, so that it can be refused', () => {
  const shown = withMedia(lexicalDocument([figure('a', 2)]), [held('one')])

  expect(shown.body && picturesNamedIn(shown.body)).toEqual([2])
})
