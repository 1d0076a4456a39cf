import type { FlattenedField } from 'payload'

type Nest = {
  readonly name: string
  readonly type: string
  readonly flattenedFields?: readonly FlattenedField[]
  readonly blocks?: readonly { readonly flattenedFields: readonly FlattenedField[] }[]
}

/** Whether a path ends in the row it begins in: groups and lists are of the row, what a reference leads to is not. */
function staysWithin(fields: readonly FlattenedField[], [head, ...rest]: string[]): boolean {
  if (rest.length === 0) return true
  const field = (fields as unknown as readonly Nest[]).find(({ name }) => name === head)
  // In versions a row stands below this word.
  if (!field) return head === 'version' && staysWithin(fields, rest)
  if (field.type === 'json' || field.type === 'richText') return true
  const inner = [
    ...(field.flattenedFields ?? []),
    ...(field.blocks ?? []).flatMap((block) => block.flattenedFields),
  ]
  return inner.length > 0 && staysWithin(inner, rest)
}

const segmentsOf = (path: string): string[] =>
  path.trim().replace(/^-/, '').replaceAll('__', '.').split('.')

/**
 * The same order without what leads beyond a reference; undefined where nothing is left.
 *
 * Payload 3.90 asks nobody’s rights to a hidden field that an order reaches through a reference: `sort=authors.hash` puts
 * briefings in the order of their authors’ password hashes. An order by nonsense is passed over, and so is this.
 */
export function ordersWithin(
  fields: readonly FlattenedField[],
  sort: unknown,
): string[] | undefined {
  const orders = [sort ?? []]
    .flat()
    .filter((part) => typeof part === 'string')
    .flatMap((part) => part.split(','))
    .filter((path) => staysWithin(fields, segmentsOf(path)))
  return orders.length > 0 ? orders : undefined
}
