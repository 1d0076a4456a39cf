import { type CollectionBeforeOperationHook, type CollectionConfig, ValidationError } from 'payload'

/** A text with fifty lists within each other is a hundred nodes deep, each of them an object in a list. */
const DEEPEST = 250

/** Level by level, since what is far too deep for the walk of a function is what is looked for. */
function isTooDeep(value: unknown): boolean {
  let level = [value]
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST) return true
    level = level.flatMap((one) =>
      typeof one === 'object' && one !== null ? (Object.values(one) as unknown[]) : [],
    )
  }
  return false
}

/**
 * Refuses a text whose parts stand within each other so deep that a database, or a page, falls over them. Nobody writes so by
 * hand.
 * @throws {ValidationError} 400, on the field.
 */
export const refuseTooDeep: CollectionBeforeOperationHook = ({ args, collection, req }) => {
  const { data } = args as { readonly data?: unknown }
  if (typeof data !== 'object' || data === null) return args
  const errors = Object.entries(data)
    .filter(([, value]) => isTooDeep(value))
    .map(([path]) => ({
      path,
      message: 'Too many lists or boxes stand within each other here. Take some of them out.',
    }))
  if (errors.length > 0) throw new ValidationError({ collection: collection.slug, errors, req })
  return args
}

export const withoutTooDeep = (collection: CollectionConfig): CollectionConfig => ({
  ...collection,
  hooks: {
    ...collection.hooks,
    beforeOperation: [refuseTooDeep, ...(collection.hooks?.beforeOperation ?? [])],
  },
})
