import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { filesBelow, SOURCES } from '../../scripts/building/source-stamp'

const IMPORT = /(?:from|import|import\()\s*'(\.{1,2}\/[^']+)'/g

const isAmongSources = (file: string): boolean =>
  SOURCES.some((source) => file.startsWith(source) || source === `${file}.ts`)

/** What is missing there is neither built anew when it changes nor in the copy that the proof of the leak audit builds. */
it('knows every file that a build is made from', () => {
  const imports = SOURCES.flatMap((source) => [...filesBelow(source)])
    .filter((file) => /\.(tsx?|mjs)$/.test(file))
    .flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(IMPORT)].map(([, to = '']) =>
        path.join(path.dirname(file), to),
      ),
    )
  expect(imports).toContain('docs/evidence/leak-audit-run.json')
  expect(imports.filter((file) => !isAmongSources(file))).toEqual([])
})
