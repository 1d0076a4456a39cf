import { randomBytes } from 'node:crypto'
import type { Answer, Ask, Asked } from './ask'
import { newWord } from './marks'
import type { SchemaPath, World } from './world'

/** One question put twice: with a guess that is right, and with one that is not. */
export type Question = {
  readonly path: string
  readonly guess: string
  /** The second guess, where it is not a made-up word. */
  readonly other?: string
} & Asked

export type Difference = {
  readonly persona: string
  readonly asked: string
  readonly right: string
  readonly wrong: string
}

const OPERATORS = [
  'equals',
  'not_equals',
  'like',
  'contains',
  'in',
  'not_in',
  'exists',
  'greater_than',
  'less_than_equal',
  'near',
] as const

/** Stands in an address where the guess goes. */
export const GUESS = 'GUESS'

const ORDERING: readonly string[] = ['greater_than', 'less_than_equal']

/** Anybody may ask in what order these public words stand: a made-up one stands elsewhere than a hidden one, and tells nothing. */
const ORDERED_FOR_ALL: readonly string[] = ['id', 'slug', 'reference', 'type', 'name']

/** What may be asked about one field, in each place a query has. */
export function aboutField({ collection, path, leadsTo }: SchemaPath): string[] {
  const base = `/api/${collection}`
  const operators = OPERATORS.filter(
    (operator) => !(ORDERED_FOR_ALL.includes(path) && ORDERING.includes(operator)),
  )
  return [
    ...operators.map((operator) => `${base}?where[${path}][${operator}]=${GUESS}`),
    `${base}?where[or][0][${path}][like]=${GUESS}`,
    `${base}?where[and][0][or][0][${path}][equals]=${GUESS}`,
    `${base}?where[${path.replaceAll('.', '__')}][like]=${GUESS}`,
    `${base}?where=${encodeURIComponent(JSON.stringify({ [path]: { like: GUESS } }))}`,
    `${base}/count?where[${path}][like]=${GUESS}`,
    `${base}/versions?where[version.${path}][like]=${GUESS}`,
    `${base}?sort=${path}&where[id][not_equals]=${GUESS}`,
    `${base}?sort=-${path}&where[id][not_equals]=${GUESS}`,
    `${base}?select[${path}]=true&where[${path}][equals]=${GUESS}`,
    `${base}?populate[${collection}][${path}]=true&depth=9&where[${path}][equals]=${GUESS}`,
    `${base}?joins[${path}][where][id][like]=${GUESS}`,
    ...leadsTo.flatMap((slug) =>
      ['id', 'title', 'name', 'email'].flatMap((field) => [
        `${base}?where[${path}.${field}][like]=${GUESS}`,
        `${base}?where[${path}][contains][${field}][like]=${GUESS}`,
        `${base}?sort=${path}.${field}&where[id][not_equals]=${GUESS}`,
        `${base}?populate[${slug}][${field}]=true&where[${path}.${field}][equals]=${GUESS}`,
      ]),
    ),
  ]
}

/** Every field of the schema, every operator, sort, select, populate, count and version, as GET. */
export const schemaQuestions = (world: Pick<World, 'schema'>): Question[] =>
  world.schema.flatMap((field) => aboutField(field).map((path) => ({ path, guess: field.guess })))

/** A member text’s words, and those of what is not out yet: nothing the site says may depend on them. */
export function siteQuestions(world: World, readsMemberText: boolean): Question[] {
  const hidden = world.marks.filter(
    ({ kind, audience, of }) =>
      kind === 'word' &&
      audience !== 'public' &&
      (audience !== 'members' || !readsMemberText) &&
      /^(briefings|articles|sources|attachments|members|organisations)\./.test(of),
  )
  return [
    ...hidden.flatMap(({ mark }) =>
      [
        `/api/search?q=${GUESS}`,
        `/api/search?q="${GUESS}"`,
        `/api/search?q=-${GUESS}`,
        `/api/search?q=evidence+${GUESS}&author=${GUESS}`,
        `/api/suggest?q=${GUESS}`,
      ].map((path) => ({ path, guess: mark })),
    ),
    ...hidden.map(({ mark }) => ({ path: `/api/suggest?q=${GUESS}`, guess: mark.slice(0, 9) })),
    ...hidden.map(({ mark }) => ({
      path: `/api/search?q=${GUESS}`,
      guess: `${mark.slice(0, -3)}a`,
    })),
    ...hidden.slice(0, 30).map(({ mark }) => ({ path: `/briefings?q=${GUESS}`, guess: mark })),
    ...notOutYet(world),
  ]
}

const isHidden = ({ of }: { of: string }) => / (of a draft|of the future|taken back)/.test(of)

/** Addresses of what is not out yet, beside addresses nobody has. */
function notOutYet({ marks, attachments, briefings, articles }: World): Question[] {
  const slugs = [briefings.draft, briefings.future, briefings.takenBack].map(({ slug }) => slug)
  const posts = [articles.draft, articles.future].map(({ slug }) => slug)
  const references = marks.filter(
    (mark) => isHidden(mark) && mark.of.startsWith('briefings.reference'),
  )
  return [
    ...slugs.flatMap((slug) =>
      ['', '.ris', '.bib', '.csl.json', '/opengraph-image', '/citation/ris'].map((ending) => ({
        path: `/briefings/${GUESS}${ending}`,
        guess: slug,
      })),
    ),
    ...posts.flatMap((slug) =>
      ['', '/opengraph-image'].map((ending) => ({ path: `/blog/${GUESS}${ending}`, guess: slug })),
    ),
    ...references.map(({ mark }) => ({ path: `/api/search?q=ref:${GUESS}`, guess: mark })),
    { path: `/attachments/${GUESS}`, guess: attachments.draft },
    { path: `/api/briefings/${GUESS}`, guess: briefings.draft.id },
    { path: `/api/briefings/access/${GUESS}`, guess: briefings.draft.id, method: 'POST' },
  ]
}

const HEX = /^[0-9a-f]{24,}$/
const NUMBER = /^\d+$/
const DAY = /^\d{4}-\d{2}-\d{2}T/

/** A guess of the same length and kind that is right for nothing. */
export function wrongGuess(guess: string): string {
  if (/^[0-9a-f-]{36}$/.test(guess)) return guess.replace(/[0-9a-f]{8}$/, 'ffff0000')
  if (HEX.test(guess)) return randomBytes(guess.length).toString('hex').slice(0, guess.length)
  if (DAY.test(guess)) return guess.replace(/^\d{4}/, '1999')
  // In the marked site what is a number is 1.
  if (NUMBER.test(guess)) return guess.replaceAll(/\d/g, (digit) => (digit === '7' ? '8' : '7'))
  const word = newWord()
  return (word + word).slice(0, guess.length)
}

const NONCE = /nonce(="|=\\"|-|\\":\\"|":")[\w+/=-]+/g
const TOOK = /"tookMs":[\d.]+/g

/** A shorter guess stands in answers by chance. */
const SHORTEST_SAID_BACK = 9

const OF_THE_MOMENT = new Set(['date', 'content-length', 'set-cookie'])

/** Everything an asker can tell answers apart by, without what differs from answer to answer by nature. */
function told(answer: Answer, asked: string, guess: string): string {
  const cookies = answer.headers['set-cookie']
  const headers = Object.entries(answer.headers).filter(([name]) => !OF_THE_MOMENT.has(name))
  const text =
    JSON.stringify([answer.status, headers, cookies ? 'sets a cookie' : '']) +
    answer.body.toString('latin1')
  // The address that was asked may be said back, whatever it asks.
  const plain = text.replaceAll(asked, '').replace(NONCE, 'nonce').replace(TOOK, '')
  return guess.length < SHORTEST_SAID_BACK ? plain : plain.replaceAll(guess, GUESS)
}

/** Where two answers part, and a little of what stands before. */
function around(text: string, other: string): string {
  let at = 0
  while (at < text.length && text[at] === other[at]) at += 1
  return `${text.length} bytes, from ${at}: …${text.slice(Math.max(0, at - 60), at + 80)}…`
}

/** Says of itself that it is a program: a person’s search is remembered under a random key, which stands in the page. */
const AS_A_PROGRAM = { 'User-Agent': 'leak audit bot' }

const MOST_TIMES = 4

/** Asks one question twice, and again where the answers differ. @returns how the answers differ, or null where nobody could tell them apart. */
export async function askTwice(
  ask: Ask,
  persona: string,
  { path, guess, other = wrongGuess(guess), ...asked }: Question,
  headers: Readonly<Record<string, string>>,
  inspect: (asked: string, answer: Answer) => unknown,
): Promise<Difference | null> {
  const put = async (word: string) => {
    const address = path.replaceAll(GUESS, word)
    const answer = await ask(address, {
      ...asked,
      ...(asked.body === undefined ? {} : { body: String(asked.body).replaceAll(GUESS, word) }),
      headers: { ...headers, ...AS_A_PROGRAM, ...asked.headers },
    })
    inspect(`${asked.method ?? 'GET'} ${address}`, answer)
    return told(answer, address, word)
  }
  const rights: string[] = []
  const wrongs: string[] = []
  // A page comes in pieces, in the order they were ready: who asks again may get the other's very answer.
  for (let time = 0; time < MOST_TIMES; time += 1) {
    rights.push(await put(guess))
    wrongs.push(await put(other))
    if (rights.some((right) => wrongs.includes(right))) return null
  }
  const [right = '', wrong = ''] = [rights[0], wrongs[0]]
  return {
    persona,
    asked: `${asked.method ?? 'GET'} ${path}`,
    right: around(right, wrong),
    wrong: around(wrong, right),
  }
}
