export type Stage = 'Draft' | 'Published' | 'Scheduled' | 'Changed since publication'

/** What an officer should know of a document at a glance: of its latest version, and whether readers have an earlier one. */
export function stageOf(
  latest: { readonly _status?: string | null; readonly publishedAt?: string | null },
  { isPublic, now }: { readonly isPublic: boolean; readonly now: Date },
): Stage {
  if (latest._status !== 'published') return isPublic ? 'Changed since publication' : 'Draft'
  const isAhead = Boolean(latest.publishedAt) && new Date(latest.publishedAt ?? 0) > now
  return isAhead ? 'Scheduled' : 'Published'
}
