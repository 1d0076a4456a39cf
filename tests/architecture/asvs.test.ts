import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'

const root = path.resolve(import.meta.dirname, '../..')
const table = readFileSync(path.join(root, 'docs/asvs.md'), 'utf8')

/** Each file that is named, with the titles that follow it before the next. */
const named = [...table.matchAll(/`((?:tests|docs|src)\/[\w./-]+)`([^`\n]*)/g)].map(
  ([, file = '', after = '']) => ({
    file,
    titles: [...after.matchAll(/“([^”]+)”/g)].map(([, title = '']) => title),
  }),
)

it('names no test, page or source that is not there', () => {
  expect(named.length).toBeGreaterThan(60)
  expect(named.filter(({ file }) => !existsSync(path.join(root, file)))).toEqual([])
})

it('names each test by a title it bears', () => {
  const titled = named.filter(({ titles }) => titles.length > 0)
  const wrong = titled.flatMap(({ file, titles }) => {
    const text = readFileSync(path.join(root, file), 'utf8')
    return titles.filter((title) => !text.includes(title)).map((title) => `${file}: ${title}`)
  })

  expect(titled.length).toBeGreaterThan(30)
  expect(wrong).toEqual([])
})

it('gives every requirement a verdict, and each once', () => {
  const rows = table.split('\n').filter((line) => /^\| \d/.test(line))
  const ids = rows.flatMap((row) => (row.split('|')[1] ?? '').split(',').map((id) => id.trim()))

  expect(rows.filter((row) => !/\*\*(Held|Part|Gap|By design|None here)\*\*/.test(row))).toEqual([])
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids).toHaveLength(98)
})
