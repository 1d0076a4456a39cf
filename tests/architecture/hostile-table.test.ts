import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'

const root = path.resolve(import.meta.dirname, '../..')
const inRoot = (file: string) => path.join(root, file)

const tests = execFileSync(
  'git',
  ['ls-files', '--cached', '--others', '--exclude-standard', 'tests'],
  { cwd: root, encoding: 'utf8' },
)
  .split('\n')
  .filter((file) => /\.(test|spec)\.tsx?$/.test(file) && existsSync(inRoot(file)))

/** The numbers at the beginning of the titles of a file. */
const numbersIn = (file: string): string[] => {
  const titles = readFileSync(inRoot(file), 'utf8').matchAll(/['"`](H\d\d(?: H\d\d)*) /g)
  return [...new Set([...titles].flatMap(([, numbers = '']) => numbers.split(' ')))]
}

const numbersOf = new Map(tests.map((file) => [file, numbersIn(file)]))

/** The file a row means: by its path, or by its name alone. */
const fileNamed = (name: string): string | undefined =>
  tests.find((file) => file === name || path.basename(file).split('.')[0] === name)

const rows = readFileSync(inRoot('docs/hostile-tests.md'), 'utf8')
  .split('\n')
  .filter((line) => /^\| H\d\d /.test(line))
  .map((line) => {
    const [, number = '', , , cell = ''] = line.split('|').map((part) => part.trim())
    const names = [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name)
    return { number, names: names.filter((name) => !name.startsWith('npm run ')) }
  })

const from = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, n) => `H${String(first + n).padStart(2, '0')}`)

it('has a row for each number that was asked for, and none twice', () => {
  const numbers = rows.map(({ number }) => number)

  expect(new Set(numbers).size).toBe(numbers.length)
  expect([...from(1, 40), ...from(52, 55)].filter((number) => !numbers.includes(number))).toEqual(
    [],
  )
})

it('names in each row tests that are there, and one at least that bears its number', () => {
  const isBorne = ({ number, names }: (typeof rows)[number]) =>
    names.some((name) => numbersOf.get(fileNamed(name) ?? '')?.includes(number))

  const isThere = (name: string) => fileNamed(name) !== undefined || existsSync(inRoot(name))
  expect(rows.flatMap(({ names }) => names).filter((name) => !isThere(name))).toEqual([])
  expect(rows.filter((row) => !isBorne(row)).map(({ number }) => number)).toEqual([])
})

it('leaves out no test that bears a number', () => {
  const isNamed = (number: string, file: string) =>
    rows.some((row) => row.number === number && row.names.some((name) => fileNamed(name) === file))
  const left = [...numbersOf].flatMap(([file, numbers]) =>
    numbers.filter((number) => !isNamed(number, file)).map((number) => `${number} ${file}`),
  )

  expect(left).toEqual([])
})
