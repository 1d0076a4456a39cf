import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exportBriefings } from '@/exchange/export-briefings'
import { keepFilesIn } from '@/exchange/export-files'
import { filesIn } from '@/exchange/files-beside'
import { importDocuments } from '@/exchange/import-documents'
import { toSlug } from '@/lib/slug'
import { BY_HAND } from '../support/documents/word/by-hand'
import { BY_LIBRARY } from '../support/documents/word/by-library'
import { counts, faults, ImportDesk } from '../support/import-desk'
import { writtenTree } from '../support/written-tree'

/** Written by the programs their names begin with; each has its expected tree beside it, as the others have. */
const FOLDER = join(import.meta.dirname, '../support/documents/word')
const MADE = { ...BY_LIBRARY, ...BY_HAND }
const NAMES = [
  ...Object.keys(MADE),
  'libreoffice-letter',
  'libreoffice-report',
  'pandoc-housing-first',
  'pandoc-manual',
].toSorted()

let desk: ImportDesk
let elsewhere: ImportDesk
let folder: string
let losses: ReadonlyMap<string, readonly string[]>

beforeAll(async () => {
  desk = await ImportDesk.open()
  elsewhere = await ImportDesk.open()
  folder = await mkdtemp(join(tmpdir(), 'word-files-'))
  for (const name of NAMES) {
    const file = MADE[name] ? await MADE[name]() : await readFile(join(FOLDER, `${name}.docx`))
    await writeFile(join(folder, `${name}.docx`), file)
  }
  const { payload } = desk.test
  const report = await importDocuments({
    ...{ payload, folder, isDryRun: false },
    onProgress: () => undefined,
  })
  expect(report.errors).toEqual([])
  losses = new Map(
    NAMES.map((name) => {
      const line = report.documents.indexOf(`${name}.docx`) + 1
      const own = report.notes.filter((note) => note.line === line && note.field === 'body')
      return [name, own.map(({ message }) => message)]
    }),
  )
})
afterAll(async () => {
  await desk.test.close()
  await elsewhere.test.close()
  await rm(folder, { recursive: true })
})

async function briefingOf(name: string) {
  const found = (await desk.all()).find(({ slug }) => slug === toSlug(name))
  if (!found) throw new Error(`${name} was not brought in.`)
  return found
}

it('has an expected tree beside each of thirteen Word files', async () => {
  const trees = (await readdir(FOLDER)).filter((name) => name.endsWith('.tree.txt'))

  expect(trees.toSorted()).toEqual(NAMES.map((name) => `${name}.tree.txt`))
  expect(NAMES).toHaveLength(13)
})

describe.each(NAMES)('of %s', (name) => {
  it('brings in the tree it was written as, and reports what of it is lost', async () => {
    const tree = writtenTree(await briefingOf(name), losses.get(name) ?? [])

    expect(tree).toBe(await readFile(join(FOLDER, `${name}.tree.txt`), 'utf8'))
  })
})

async function exported(from: ImportDesk) {
  const { payload } = from.test
  const files = await mkdtemp(join(folder, 'files-'))
  const lines: string[] = []
  for await (const one of exportBriefings(payload, () => undefined, keepFilesIn(payload, files))) {
    if (one.kind === 'written') lines.push(one.line)
  }
  return { text: lines.join('\n'), files, names: (await readdir(files)).toSorted() }
}

it('exports what came of them, imports that elsewhere and exports it again, equal to the byte, pictures too', async () => {
  const first = await exported(desk)

  const report = await elsewhere.bringText(first.text, { beside: filesIn(first.files) })

  expect(faults(report)).toEqual([])
  expect(counts(report)).toMatchObject({ created: NAMES.length, invalid: 0 })
  const second = await exported(elsewhere)
  expect(second.text).toBe(first.text)
  expect(second.names).toEqual(first.names)
  expect(first.names.length).toBeGreaterThan(0)
})
