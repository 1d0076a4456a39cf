import { readFileSync } from 'node:fs'
import path from 'node:path'

const TYPES = path.resolve(import.meta.dirname, '../../../src/payload-types.ts')

/** Names of fields that are said in public on purpose, or are no secret where they stand. */
const SAID_IN_PUBLIC = [
  // What the search answers.
  ...['publishedAt', 'readingMinutes'],
  // What a form asks for, and a member’s own account shows.
  ...['organisationName', 'jobTitle', 'leadsTo', 'topicIds'],
  // Words that Payload’s pages carry in every language.
  ...['blockType', 'createdAt', 'updatedAt', 'forgotPassword'],
]

/**
 * Every field’s name that is no word of the language: `keyPoints` and `_status` are, `title` is not, which stands on pages.
 * As the generated types have them, so that a new field is among them.
 */
function namesOfFields(): string[] {
  const names = readFileSync(TYPES, 'utf8').matchAll(/^\s+(\w+)\??:/gm)
  const own = [...new Set([...names].map(([, name = '']) => name))].filter(
    (name) => /[a-z][A-Z]|_/.test(name) && !SAID_IN_PUBLIC.includes(name),
  )
  if (own.length < 100) throw new Error('The fields of the schema were not found.')
  return own
}

const FIELDS = namesOfFields()

/** Where our files lie, a trace, a statement. */
const WORKINGS =
  /\bat \S+ \(|\/node_modules\/|\.next\/server|\/src\/\w+\/|SQLITE_|SELECT .* FROM|sqlite_master|MongoServerError/

/** Which of these stand in a text, each once. */
const foundIn = (text: string, names: readonly string[]): string[] => {
  const found = text.matchAll(new RegExp(`\\b(${names.join('|')})\\b`, 'g'))
  return [...new Set([...found].map(([name]) => name))]
}

/** What an answer tells of the inside, in its own words. Who may know the names of fields is not looked at for them. */
export const insideTold = (text: string, mayKnowFields: boolean): string[] => [
  ...(WORKINGS.exec(text) ?? []),
  ...(mayKnowFields ? [] : foundIn(text, FIELDS)),
]
