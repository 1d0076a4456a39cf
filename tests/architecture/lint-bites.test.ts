import path from 'node:path'
import { ESLint } from 'eslint'
import { expect, it } from 'vitest'

const root = path.resolve(import.meta.dirname, '../..')
const linesOf = (count: number) =>
  Array.from({ length: count }, (_, n) => `export const line${String(n)} = ${String(n)}`).join('\n')

type Snippet = { what: string; rule: string; file: string; code: string }

const ROOM = 'src/members/sessions.ts'

const SNIPPETS: readonly Snippet[] = [
  {
    what: 'a Local API call that leaves out overrideAccess',
    rule: 'signpost/state-override-access',
    file: ROOM,
    code: `import type { Payload } from 'payload'
      export const topics = (payload: Payload) => payload.find({ collection: 'topics' })`,
  },
  {
    what: 'process.env outside src/config',
    rule: 'no-restricted-syntax',
    file: ROOM,
    code: `export const port = process.env.PORT`,
  },
  {
    what: 'console in src',
    rule: 'no-console',
    file: ROOM,
    code: `export const say = () => console.log('said')`,
  },
  {
    what: 'console in a collection',
    rule: 'no-console',
    file: 'collections/topics/index.ts',
    code: `export const say = () => console.log('said')`,
  },
  {
    what: 'a promise nobody waits for',
    rule: '@typescript-eslint/no-floating-promises',
    file: ROOM,
    code: `const later = async () => { await Promise.resolve() }
      export const start = () => { later() }`,
  },
  {
    what: 'any',
    rule: '@typescript-eslint/no-explicit-any',
    file: ROOM,
    code: `export const loose = (value: any) => String(value)`,
  },
  {
    what: 'a room that imports another room',
    rule: 'import-x/no-restricted-paths',
    file: ROOM,
    code: `export { readBriefing } from '@/briefings/read-briefing'`,
  },
  {
    what: 'a room that imports a route’s file',
    rule: 'import-x/no-restricted-paths',
    file: ROOM,
    code: `export { thePayload } from '@/app/payload'`,
  },
  {
    what: 'a room that imports a collection',
    rule: 'import-x/no-restricted-paths',
    file: ROOM,
    code: `export { Topics } from '@collections/topics'`,
  },
  {
    what: 'a collection that imports a room',
    rule: 'import-x/no-restricted-paths',
    file: 'collections/topics/index.ts',
    code: `export { readBriefing } from '@/briefings/read-briefing'`,
  },
  {
    what: 'a template that imports a room',
    rule: 'import-x/no-restricted-paths',
    file: 'templates/render-mail.ts',
    code: `export { readBriefing } from '@/briefings/read-briefing'`,
  },
  {
    what: 'a general piece that imports a room',
    rule: 'import-x/no-restricted-paths',
    file: 'src/lib/slug.ts',
    code: `export { readBriefing } from '@/briefings/read-briefing'`,
  },
  {
    what: 'an import cycle',
    rule: 'import-x/no-cycle',
    file: 'src/lib/lexical/nodes.ts',
    code: `import { headingsOf } from './outline'
      export const first = (document: unknown) => headingsOf(document)[0]`,
  },
  {
    what: 'an empty catch',
    rule: 'no-empty',
    file: ROOM,
    code: `export const tried = () => { try { JSON.parse('') } catch {} }`,
  },
  {
    what: 'a file of 251 lines',
    rule: 'max-lines',
    file: ROOM,
    code: linesOf(251),
  },
  {
    what: 'nesting of depth four',
    rule: 'max-depth',
    file: ROOM,
    code: `export const deep = (n: number) => {
      if (n > 1) { if (n > 2) { if (n > 3) { if (n > 4) { return n } } } }
      return 0
    }`,
  },
  {
    what: 'a barrel',
    rule: 'no-restricted-syntax',
    file: 'src/lib/wake.ts',
    code: `export * from './slug'`,
  },
]

const TYPED = new Set(['@typescript-eslint/no-floating-promises'])
const UNTYPED = new Set(SNIPPETS.map(({ rule }) => rule).filter((rule) => !TYPED.has(rule)))

/** Reading the whole program for its types takes ten seconds: the rules that need none are asked without. */
const withTypes = new ESLint({ cwd: root, ruleFilter: ({ ruleId }) => TYPED.has(ruleId) })
const withoutTypes = new ESLint({
  cwd: root,
  ruleFilter: ({ ruleId }) => UNTYPED.has(ruleId),
  overrideConfig: { languageOptions: { parserOptions: { projectService: false } } },
})

/** The rules that refuse `code`, if it stood in `file`. The file must exist: its own text is not read. */
async function rulesAgainst(code: string, file: string, eslint = withoutTypes) {
  const [result] = await eslint.lintText(code, { filePath: path.join(root, file) })
  return result?.messages.map(({ ruleId }) => ruleId) ?? []
}

it.each(SNIPPETS)('refuses $what', async ({ rule, file, code }) => {
  const eslint = TYPED.has(rule) ? withTypes : withoutTypes

  expect(await rulesAgainst(code, file, eslint)).toContain(rule)
})

it('lets a good file pass', async () => {
  const good = `import type { Payload } from 'payload'

export const topics = (payload: Payload) =>
  payload.find({ collection: 'topics', overrideAccess: true })
`

  expect(await rulesAgainst(good, ROOM)).toEqual([])
})

it('lets a file of 250 lines pass', async () => {
  expect(await rulesAgainst(linesOf(250), ROOM)).toEqual([])
})
