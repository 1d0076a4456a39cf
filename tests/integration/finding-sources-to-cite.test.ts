import { afterAll, beforeAll, expect, it } from 'vitest'
import { hasWords, sourcesWith } from '@/sources/typed-citation'
import { openSourcesHouse, type SourcesHouse } from '../support/sources-house'

let house: SourcesHouse

const SOURCES = [
  { title: 'Damp homes', authors: ['Smith, Jane', 'Jones, Bob'], year: 2019 },
  { title: 'Mould and health', publisher: 'Public Health Wales', year: 2021 },
  { title: 'Rents in 1999', publisher: 'Shelter', year: 2003, doi: '10.1000/rents' },
  { title: '100% of [homes] (all)', publisher: 'A.B' },
]

beforeAll(async () => {
  house = await openSourcesHouse()
  await house.emptied()
  for (const data of SOURCES) {
    await house.payload.create({
      collection: 'sources',
      overrideAccess: true,
      data: { type: 'research', ...data },
    })
  }
})
afterAll(() => house.close())

async function found(...words: string[]): Promise<string[]> {
  const { docs } = await house.payload.find({
    collection: 'sources',
    where: sourcesWith(words),
    overrideAccess: false,
    user: { ...house.officer.staff, collection: 'staff' },
    depth: 0,
    sort: 'title',
  })
  return docs.filter((source) => hasWords(source, words)).map(({ title }) => title)
}

it.each([
  [['damp'], ['Damp homes']],
  [['WALES'], ['Mould and health']],
  [['smith'], ['Damp homes']],
  [['smith', 'jones'], ['Damp homes']],
  [['jones', 'damp', '2019'], ['Damp homes']],
  [['2021'], ['Mould and health']],
  [['200'], ['Rents in 1999']],
  [['1999'], ['Rents in 1999']],
  [['10.1000/rents'], ['Rents in 1999']],
  [['homes', 'mould'], []],
  [['a.b'], ['100% of [homes] (all)']],
  [['[homes]'], ['100% of [homes] (all)']],
  [['(all)'], ['100% of [homes] (all)']],
  [[], SOURCES.map(({ title }) => title).toSorted()],
])('finds by the words %j what an officer means', async (words, titles) => {
  expect(await found(...words)).toEqual(titles)
})

it('agrees with what the editor shows before the answer is there', async () => {
  const all = await house.stored()
  for (const words of [['homes'], ['smith', '2019'], ['20'], ['public', 'mould']]) {
    expect(await found(...words)).toEqual(
      all.filter((source) => hasWords(source, words)).map(({ title }) => title),
    )
  }
})
