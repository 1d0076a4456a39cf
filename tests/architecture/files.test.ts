import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'

const root = path.resolve(import.meta.dirname, '../..')

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => existsSync(path.join(root, file)))

const GENERATED = /^(migrations\/|src\/payload-types\.ts$)/
const isOurs = (file: string) => /\.(tsx?|m?js)$/.test(file) && !GENERATED.test(file)

const linesOf = (file: string) =>
  readFileSync(path.join(root, file), 'utf8').trimEnd().split('\n').length

it('has no source file of more than 250 lines', () => {
  const long = files
    .filter((file) => isOurs(file) && !file.endsWith('importMap.js'))
    .filter((file) => linesOf(file) > 250)

  expect(long).toEqual([])
})

it('names files for what they hold, in words joined by hyphens', () => {
  const vague = /^(utils?|helpers?|common|misc|data|info)$/
  const isWellNamed = (part: string) =>
    /^(\(?[a-z0-9.-]+\)?|\[+(\.{3})?[a-zA-Z]+\]+)$/.test(part) && !vague.test(part)
  const withoutPrivateMark = (file: string) => file.replace(/^(src\/app\/.*\/)_/, '$1')
  const ours = files
    .filter((file) => /^(src|collections|templates|scripts|tests|eslint)\//.test(file))
    .filter((file) => isOurs(file) && !file.endsWith('importMap.js'))

  const illNamed = ours.filter((file) => {
    const parts = withoutPrivateMark(file)
      .replace(/(\.(test|contract|bench|d))?\.(tsx?|m?js)$/, '')
      .split('/')
    return !parts.every(isWellNamed)
  })

  expect(illNamed).toEqual([])
})
