import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { generateImportMap, getPayload, type SanitizedConfig } from 'payload'
import { generateTypes } from 'payload/node'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readSettings } from '@/config/settings'

const root = path.resolve(import.meta.dirname, '../..')
const IMPORT_MAP = 'src/app/(payload)/admin/importMap.js'

let folder: string
let config: SanitizedConfig
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'signpost-drift-'))
  process.env.DATA_DIR = folder
  const { makeConfig } = await import('../../payload.config')
  config = await makeConfig(readSettings({ NODE_ENV: 'test', DATA_DIR: folder }))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const checkedIn = (file: string) => readFileSync(path.join(root, file), 'utf8')

it('has the types of the collections as they are: else run npm run generate', async () => {
  const outputFile = path.join(folder, 'payload-types.ts')
  await generateTypes(
    { ...config, typescript: { ...config.typescript, outputFile } },
    { log: false },
  )

  expect(checkedIn('src/payload-types.ts')).toBe(readFileSync(outputFile, 'utf8'))
})

/** The generator's order changes from run to run, and means nothing. */
const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.replace(/,$/, ''))
    .sort()

it('has the import map of the admin as it is: else run npm run generate', async () => {
  const importMapFile = path.join(folder, IMPORT_MAP)
  mkdirSync(path.dirname(importMapFile), { recursive: true })
  const admin = {
    ...config.admin,
    importMap: { ...config.admin.importMap, baseDir: folder, importMapFile },
  }
  await generateImportMap({ ...config, admin }, { force: true, log: false })

  expect(linesOf(checkedIn(IMPORT_MAP))).toEqual(linesOf(readFileSync(importMapFile, 'utf8')))
})

type Snapshot = { id: string; prevId: string; [part: string]: unknown }

type Drizzle = {
  schema: Record<string, unknown>
  requireDrizzleKit: () => {
    generateDrizzleJson: (schema: Record<string, unknown>) => Promise<Snapshot>
  }
}

const withoutIds = (snapshot: Snapshot): unknown =>
  JSON.parse(JSON.stringify({ ...snapshot, id: null, prevId: null }))

const lastSnapshot = (): Snapshot => {
  const last = readdirSync(path.join(root, 'migrations'))
    .filter((file) => file.endsWith('.json'))
    .sort()
    .at(-1)
  return JSON.parse(checkedIn(`migrations/${last ?? ''}`)) as Snapshot
}

async function snapshotOf(chosen: SanitizedConfig, key: string): Promise<Snapshot> {
  const payload = await getPayload({
    config: chosen,
    key,
    disableOnInit: true,
    disableDBConnect: true,
  })
  const { schema, requireDrizzleKit } = payload.db as unknown as Drizzle
  return requireDrizzleKit().generateDrizzleJson(schema)
}

it('has migrations that end where the collections stand: else run npm run generate -- migration NAME', async () => {
  expect(withoutIds(await snapshotOf(config, 'as-it-is'))).toEqual(withoutIds(lastSnapshot()))
})

it('would notice a renamed column', async () => {
  const [table = {}] = Object.values(lastSnapshot().tables as Record<string, object>)
  const renamed = JSON.stringify(withoutIds(lastSnapshot())).replaceAll('"summary"', '"abstract"')

  expect(table).toHaveProperty('columns')
  expect(JSON.parse(renamed)).not.toEqual(withoutIds(await snapshotOf(config, 'renamed')))
})
