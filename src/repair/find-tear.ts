import { holdTheSame, isFullSave, type Row, type Version } from './saved-states'

/** What a save that was cut short left behind, and so how to mend it. */
export type Tear =
  | { readonly kind: 'created-without-version' }
  | { readonly kind: 'updated-without-version'; readonly restoreFrom: Version }
  | { readonly kind: 'version-in-part'; readonly version: Version }
  | { readonly kind: 'two-latest'; readonly keep: Version; readonly others: readonly Version[] }

const newestFirst = (a: Version, b: Version) => b.updatedAt.localeCompare(a.updatedAt)

/** By the time of the main row's write: two saves at once may write their versions in the other order. */
const newestFullSave = (versions: readonly Version[]): Version | undefined =>
  versions
    .filter(isFullSave)
    .toSorted((a, b) => b.version.updatedAt.localeCompare(a.version.updatedAt))[0]

/**
 * The first thing to mend of a row, or null for one that is whole. Mend it and ask again until null.
 *
 * Payload writes the main row, then the version, then takes `latest` from the version before; a draft save leaves the main
 * row alone (payload 3.90: collections/operations/utilities/update.js, versions/saveVersion.js, drizzle/createVersion.js).
 * So what readers see is what the newest full save wrote, and a version that shares `latest` was never acknowledged.
 */
export function findTear(
  row: Row,
  versions: readonly Version[],
  fields: readonly string[],
): Tear | null {
  const ordered = versions.toSorted(newestFirst)
  if (ordered.length === 0) return { kind: 'created-without-version' }
  const twoLatest = findTwoLatest(ordered.filter(({ latest }) => latest))
  const fullSave = newestFullSave(versions)
  if (!fullSave) return twoLatest
  if (row.updatedAt > fullSave.version.updatedAt) {
    return { kind: 'updated-without-version', restoreFrom: fullSave }
  }
  const isSameSave = row.updatedAt === fullSave.version.updatedAt
  if (isSameSave && !holdTheSame(row, fullSave.version, fields)) {
    return { kind: 'version-in-part', version: fullSave }
  }
  return twoLatest
}

/** Of two, the newer is kept when the main row vouches for it; a draft save that was cut short stays in the history. */
function findTwoLatest(latest: readonly Version[]): Tear | null {
  if (latest.length < 2) return null
  const keep = latest.find(isFullSave) ?? latest.at(-1)
  if (!keep) return null
  return { kind: 'two-latest', keep, others: latest.filter((version) => version !== keep) }
}
