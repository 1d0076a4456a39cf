/** A relationship as it comes from the database: an id, or the row itself where it was populated. */
export type Related<T extends { id: string }> = string | T

export const idOf = (related: Related<{ id: string }>): string =>
  typeof related === 'string' ? related : related.id

export const idsOf = (related: readonly Related<{ id: string }>[] | null | undefined): string[] =>
  (related ?? []).map(idOf)

/** The rows among `related` that were populated: those the reader may know of. */
export const rowsOf = <T extends { id: string }>(
  related: readonly Related<T>[] | null | undefined,
): T[] => (related ?? []).filter((one): one is T => typeof one === 'object')
