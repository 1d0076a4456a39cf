import { Driver } from '@citeproc-rs/wasm'
import { type ReferenceRun, referenceRuns } from '@/lib/reference-runs'
import type { CslRecord } from './csl-record'
import { REFERENCE_STYLES, type ReferenceStyle } from './styles/reference-styles'

/**
 * References in a style, by the id of their record. The words come from a citation processor (citeproc-rs), whose markup
 * is taken apart: what it was given is shown as words, whatever it holds.
 */
export function setReferences(
  records: readonly CslRecord[],
  style: ReferenceStyle,
): ReadonlyMap<string, readonly ReferenceRun[]> {
  if (records.length === 0) return new Map()
  const driver = new Driver({
    style: REFERENCE_STYLES[style],
    format: 'html',
    bibliographyNoSort: true,
  })
  try {
    driver.resetReferences([...records])
    driver.includeUncited('All')
    return new Map(driver.makeBibliography().map(({ id, value }) => [id, referenceRuns(value)]))
  } finally {
    driver.free()
  }
}
