import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { exportBriefings } from '@/exchange/export-briefings'
import { keepFilesIn } from '@/exchange/export-files'
import type { ImportDesk } from './import-desk'

/** The briefings of a house as `npm run export` writes them, and what it puts into the folder beside them. */
export async function exportedInto(folder: string, { test: { payload } }: ImportDesk) {
  const lines: string[] = []
  for await (const one of exportBriefings(payload, () => undefined, keepFilesIn(payload, folder))) {
    if (one.kind === 'written') lines.push(one.line)
  }
  const names = (await readdir(folder)).toSorted()
  const files = await Promise.all(names.map(async (name) => readFile(join(folder, name))))
  return { folder, names, files, text: lines.join('\n') }
}
