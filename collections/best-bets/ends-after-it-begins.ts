type Siblings = { readonly from?: string | Date | null }

/** True where a time has no end or ends after it begins. */
export function endsAfterItBegins(
  until: string | Date | null | undefined,
  { siblingData: { from } }: { siblingData: Partial<Siblings> },
): true | string {
  if (!until || !from) return true
  return new Date(until) > new Date(from) || 'The end must come after the beginning.'
}
