import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { ESLint } from 'eslint'
import type { CollectionConfig, Field } from 'payload'
import { expect, it } from 'vitest'
import { collections } from '../../collections'

const root = path.resolve(import.meta.dirname, '../..')

type Nest = { fields?: Field[]; tabs?: { fields: Field[] }[]; blocks?: { fields: Field[] }[] }
type Ruled = { name?: string; access?: Record<string, unknown> }

function everyField(fields: readonly Field[]): Ruled[] {
  return fields.flatMap((field) => {
    const { fields: own = [], tabs = [], blocks = [] } = field as Nest
    const below = [own, ...tabs.map((tab) => tab.fields), ...blocks.map((block) => block.fields)]
    return [field, ...everyField(below.flat())]
  })
}

/** A document as a query may have left it: with nothing in it that a rule could look at. */
const STRIPPED = new Proxy(
  {},
  {
    get: (_, name) => {
      throw new Error(`A rule looked at the document’s ${String(name)}.`)
    },
  },
)

const asVisitor = (rule: unknown) =>
  (rule as (args: object) => unknown)({ req: { user: null, context: {} }, doc: STRIPPED })

it('H55 no field’s rule on reading looks at the document, which a query can strip', () => {
  const rules = collections('data').flatMap(({ fields }: CollectionConfig) =>
    everyField(fields).flatMap(({ access }) => (access?.read ? [access.read] : [])),
  )

  expect(rules.length).toBeGreaterThan(5)
  for (const rule of rules) expect(asVisitor(rule)).toBe(false)
})

const TABLE_FOR_A_SPREADSHEET =
  /text\/(csv|tab-separated-values)|ms-excel|spreadsheetml|opendocument\.spreadsheet|csv-stringify|exceljs/

/** A form takes such a file in; whoever writes one first neutralises its cells, and tests it under this number. */
const TAKES_A_LIST = 'src/app/(site)/account/organisation/list-form.tsx'

it('H53 the service writes no table that a spreadsheet would reckon with', () => {
  const files = execFileSync('git', ['ls-files', 'src', 'collections', 'scripts', 'templates'], {
    cwd: root,
    encoding: 'utf8',
  })
  const writing = files
    .split('\n')
    .filter((file) => /\.tsx?$/.test(file) && existsSync(path.join(root, file)))
    .filter((file) => TABLE_FOR_A_SPREADSHEET.test(readFileSync(path.join(root, file), 'utf8')))

  expect(writing.filter((file) => !file.startsWith('scripts/screenshots/'))).toEqual([TAKES_A_LIST])
})

it('H55 no file escapes the rule that every call of the Local API says whether it passes over access rules', async () => {
  const eslint = new ESLint({ cwd: root })
  const files = execFileSync('git', ['ls-files', 'src', 'collections'], {
    cwd: root,
    encoding: 'utf8',
  })
    .split('\n')
    .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('payload-types.ts'))
    .filter((file) => existsSync(path.join(root, file)))
  const rooms = [...new Map(files.map((file) => [path.dirname(file), file])).values()]

  for (const file of rooms) {
    const { rules } = (await eslint.calculateConfigForFile(path.join(root, file))) as {
      rules: Record<string, unknown[]>
    }
    expect([file, rules['signpost/state-override-access']?.[0]]).toEqual([file, 2])
  }
  const excused = files.filter((file) =>
    readFileSync(path.join(root, file), 'utf8').includes('eslint-disable-next-line signpost/'),
  )
  expect(excused).toEqual([])
}, 60_000)
