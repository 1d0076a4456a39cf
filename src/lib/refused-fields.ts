export type RefusedField = { readonly path: string; readonly message: string }

/**
 * The fields for which Payload refused a write, or null for any other fault.
 *
 * Told by its shape, not by its class: a build can hold the class twice, and an error of the one is no instance of the other.
 */
export function refusedFields(fault: unknown): readonly RefusedField[] | null {
  if (!(fault instanceof Error)) return null
  const { data } = fault as { readonly data?: { readonly errors?: unknown } | null }
  return Array.isArray(data?.errors) ? (data.errors as RefusedField[]) : null
}
