const isAbsent = (value: unknown): boolean =>
  value === null || value === undefined || (Array.isArray(value) && value.length === 0)

/** Fields with something in them, in the order of their names; rows of arrays without the ids each table gives its own. */
function substance(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(substance)
  if (typeof value !== 'object' || value === null) return value ?? null
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name, inner]) => !isAbsent(inner) && name !== 'id' && name !== '_id')
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, inner]) => [name, substance(inner)]),
  )
}

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null))

/** Whether two stored values say the same: what is empty equals what is not there, and rows need not share their ids. */
export const sameSubstance = (one: unknown, other: unknown): boolean =>
  (isAbsent(one) && isAbsent(other)) ||
  JSON.stringify(substance(plain(one))) === JSON.stringify(substance(plain(other)))
