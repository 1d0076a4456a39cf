import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'

const root = path.resolve(import.meta.dirname, '../..')

const textOf = (file: string): string => readFileSync(path.join(root, file), 'utf8')

const startsWith = (directive: string) => (file: string) =>
  textOf(file).trimStart().startsWith(`'${directive}'`)

const IMPORT = /^(?:import|export)\s(?!type\s)[^'"]*?['"]([^'"]+)['"]/gm

function placeOf(specifier: string, importer: string): string | null {
  const from = specifier.startsWith('@/')
    ? specifier.replace('@/', 'src/')
    : specifier.startsWith('.')
      ? path.join(path.dirname(importer), specifier)
      : null
  if (from === null) return null
  const found = ['.ts', '.tsx', '/index.ts'].map((end) => from + end)
  return found.find((file) => existsSync(path.join(root, file))) ?? null
}

/** All our files that a file brings with it. What the browser calls on the server stays there. */
function broughtBy(file: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(file) || startsWith('use server')(file)) return seen
  seen.add(file)
  for (const [, specifier = ''] of textOf(file).matchAll(IMPORT)) {
    const place = placeOf(specifier, file)
    if (place) broughtBy(place, seen)
  }
  return seen
}

const inBrowser = execFileSync('git', ['ls-files', '-co', '--exclude-standard', 'src'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => /\.tsx?$/.test(file) && existsSync(path.join(root, file)))
  .filter(startsWith('use client'))

it('keeps the long lists of mail domains out of the browser', () => {
  const brought = inBrowser.map((file) => [file, broughtBy(file)] as const)
  const withLists = brought.filter(([, files]) => files.has('src/lib/joining-domain.ts'))

  expect(brought.some(([, files]) => files.size > 3)).toBe(true)
  expect(withLists.map(([file]) => file)).toEqual([])
})
