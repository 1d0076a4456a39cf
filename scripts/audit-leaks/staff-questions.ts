import { audienceOf } from './audiences'
import { maySee, type PersonaName } from './personas'
import { aboutField, GUESS, type Question } from './questions'
import type { SchemaPath, World } from './world'

const fieldOf = ({ collection, path }: SchemaPath): string => `${collection}.${path}`

/** An order asked both ways: rows that change places tell how what is hidden in them stands to each other. */
const inOrder = (base: string, path: string): Question => ({
  path: `${base}?sort=${GUESS}${path}`,
  guess: '',
  other: '-',
})

/** Of these each sees the own rows: in which order they stand is theirs to know. */
const OWN_ROWS_ALONE: ReadonlySet<string> = new Set(['payload-preferences'])

/** Through another collection’s reference, in each place a query has. */
function throughReference(from: SchemaPath, { collection, path, guess }: SchemaPath): Question[] {
  const base = `/api/${from.collection}`
  const through = `${from.path}.${path}`
  const asked = [
    `${base}?where[${through}][like]=${GUESS}`,
    `${base}?where[${from.path}][contains][${path}][like]=${GUESS}`,
    `${base}/count?where[${through}][equals]=${GUESS}`,
    `${base}/versions?where[version.${through}][like]=${GUESS}`,
    `${base}?depth=3&populate[${collection}][${path}]=true&where[${through}][equals]=${GUESS}`,
  ]
  return [
    ...asked.map((address) => ({ path: address, guess })),
    inOrder(base, through),
    inOrder(`${base}/versions`, `version.${through}`),
  ]
}

/** What is shorter stands in public text by chance, or begins a word of it: a search may find it there. */
const SHORTEST_SEARCHED = 9

const searchFor = ({ guess }: SchemaPath): string[] =>
  guess.length < SHORTEST_SEARCHED ? [] : [`/api/search?q=${GUESS}`]

/** Whether nobody of this name may meet what stands in a field of another’s row. */
const isKeptFrom = (name: PersonaName, field: SchemaPath): boolean =>
  !maySee(name, { audience: audienceOf(fieldOf(field), 'live'), owner: null })

/**
 * Every field kept from officers, or from administrators, for whom Payload’s routes stand open: asked about as readers ask,
 * in order, through each reference that leads to it, and in the site’s search. The desk’s pages carry something new each
 * time, so that no two are the same: its reads are asked by `tests/integration/staff-questions.test.ts`.
 */
export function staffQuestions(
  name: 'officer' | 'administrator',
  { schema }: Pick<World, 'schema'>,
): Question[] {
  return schema
    .filter((field) => isKeptFrom(name, field))
    .flatMap((field) => [
      ...[...aboutField(field), ...searchFor(field)].map((path) => ({
        path,
        guess: field.guess,
      })),
      ...(OWN_ROWS_ALONE.has(field.collection)
        ? []
        : [inOrder(`/api/${field.collection}`, field.path)]),
      ...schema
        .filter(({ leadsTo }) => leadsTo.includes(field.collection))
        .flatMap((from) => throughReference(from, field)),
    ])
}
