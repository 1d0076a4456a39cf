import { expect, it } from 'vitest'
import { byLetter, byYear } from '@/briefings/group-titles'

const line = (title: string, publishedAt = '2020-05-01T09:00:00.000Z') => ({
  id: title,
  reference: '',
  title,
  url: '/briefings/x',
  publishedAt,
})

const shown = (groups: ReturnType<typeof byLetter>) =>
  groups.map(({ name, lines }) => [name, lines.map(({ title }) => title)])

it('lists titles as a dictionary would, by the word people look for', () => {
  const titles = [
    '“Zero hours” contracts',
    'Aid',
    'The air we breathe',
    'A to B',
    'Éducation',
    '5G',
  ]
  expect(shown(byLetter(titles.map((title) => line(title))))).toEqual([
    ['0–9', ['5G']],
    ['A', ['Aid', 'The air we breathe']],
    ['E', ['Éducation']],
    ['T', ['A to B']],
    ['Z', ['“Zero hours” contracts']],
  ])
})

it('gives each letter one place to jump to', () => {
  const anchors = byLetter([line('Apples'), line('apricots'), line('10 pears')]).map(
    ({ anchor }) => anchor,
  )
  expect(anchors).toEqual(['letter-other', 'letter-a'])
})

it('counts years as the calendar stood in London', () => {
  const lines = [line('Late', '2021-06-30T23:30:00Z'), line('New year', '2020-12-31T23:59:00Z')]
  expect(shown(byYear(lines))).toEqual([
    ['2021', ['Late']],
    ['2020', ['New year']],
  ])
})
